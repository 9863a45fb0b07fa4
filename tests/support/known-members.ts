/** Profiles and the directory in the states that look different. */
import { href } from '~/urls';
import type { Member } from './cast';
import type { Furnishing, Part } from './known-page';
import { fileForm, halves } from './pictures';
import { filledIn } from './site';

type People = { readonly owner: Member; readonly member: Member; readonly newcomer: Member };

export async function memberPages(site: Furnishing, { owner, member, newcomer }: People): Promise<Part> {
  const { cast } = site;
  await cast.sql`
    update profiles
    set
      bio = 'Ancienne institutrice. Un balcon plein sud, et trop d’arrosoirs.', city = 'Châtillon-sur-Chalaronne',
      interests = '{jardinage,lecture,anticonstitutionnellement}', onboarding_completed = true,
      onboarding_answers = '{"step": "fin", "goals": ["apprendre"], "suggestions": true}'
    where id = ${owner.id}`;
  await cast.sql`insert into dismissed_suggestions (user_id, member_id) values (${owner.id}, ${newcomer.id})`;
  const blocked = await cast.member('Roger Lafitte');
  await cast.sql`insert into blocks (blocker_id, blocked_id) values (${owner.id}, ${blocked.id})`;
  // Her cards of today are used up.
  await cast.plan(newcomer, 'freemium');
  await cast.sql`
    update profiles
    set daily_profile_views = 15, last_activity_reset = now()
    where id = ${newcomer.id}`;
  const pictures = await picturesOf(site, { owner, member });
  const card = href('member', { membre: owner.id });
  const states: Part['states'] = [
    ...pictures,
    { name: 'own profile, filled in', who: 'owner', path: href('profile'), status: 200 },
    {
      ...{ name: 'refused profile', who: 'owner', path: href('profile') },
      ...{ form: { nom: 'Équipe Aurora50', complet: 'on' }, status: 422 },
    },
    {
      ...{ name: 'profile changed elsewhere', who: 'owner', path: href('profile') },
      ...{ form: { ville: 'Bourg', marque: '0.0.0.0.0' }, status: 409 },
    },
    {
      ...{ name: 'refused suspension', who: 'admin', path: href('staffMember', { membre: newcomer.id }) },
      ...{ form: { action: 'suspendre', motif: '', jours: '7' }, status: 422 },
    },
    { name: 'home, with an idea', who: 'owner', path: href('home'), status: 200 },
    { name: 'salons, with ideas', who: 'owner', path: href('salons'), status: 200 },
    { name: 'ideas, some put aside', who: 'owner', path: href('suggestions'), status: 200 },
    { name: 'own card', who: 'owner', path: card, status: 200 },
    { name: 'card of one who is blocked', who: 'owner', path: href('member', { membre: blocked.id }), status: 200 },
    { name: 'card, used up', who: 'newcomer', path: card, status: 403 },
    { name: 'directory, nobody found', who: 'member', path: href('members', {}, { q: 'zzz' }), status: 200 },
    {
      ...{ name: 'refused report', who: 'member', from: card, path: href('reportMember', { membre: owner.id }) },
      ...{ form: { motif: ' ' }, status: 422 },
    },
  ];
  const membre = owner.id;
  return { params: { '/membres': { membre }, '/admin/membres': { membre }, '/profil': { image: 'photo' } }, states };
}

/** The owner shows a photo and a cover; both of them have a draft before them. */
async function picturesOf(site: Furnishing, { owner, member }: Omit<People, 'newcomer'>): Promise<Part['states']> {
  const bytes = await (await halves({ width: 800, height: 500 }, '#f3d9b1', '#2b6e4f')).jpeg().toBuffer();
  const send = async (who: Member, image: string) =>
    (await site.as(who)).post(href('picture', { image }), fileForm(bytes));
  const asOwner = await site.as(owner);
  for (const image of ['photo', 'couverture']) {
    await send(owner, image);
    const preview = href('pictureDraft', { image });
    const nom = filledIn(await (await asOwner.get(preview)).text(), 'nom') ?? '';
    await asOwner.post(preview, { nom });
    await send(owner, image);
  }
  await send(member, 'photo');
  const [photo, cover] = [href('picture', { image: 'photo' }), href('picture', { image: 'couverture' })];
  return [
    { name: 'own photo, there', who: 'owner', path: photo, status: 200 },
    { name: 'own cover, there', who: 'owner', path: cover, status: 200 },
    { name: 'own cover, none', who: 'member', path: cover, status: 200 },
    { name: 'preview of a cover', who: 'owner', path: href('pictureDraft', { image: 'couverture' }), status: 200 },
    { name: 'refused photo', who: 'member', path: photo, form: { rien: '' }, status: 422 },
    {
      ...{ name: 'refused cut', who: 'member', path: href('pictureDraft', { image: 'photo' }) },
      ...{ form: { nom: 'a'.repeat(25), place: 'ailleurs' }, status: 422 },
    },
  ];
}
