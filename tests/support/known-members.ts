/** Profiles and the directory in the states that look different. */
import { href } from '~/urls';
import type { Member } from './cast';
import type { Furnishing, Part } from './known-page';

type People = { readonly owner: Member; readonly newcomer: Member };

export async function memberPages({ cast }: Furnishing, { owner, newcomer }: People): Promise<Part> {
  await cast.sql`
    update profiles
    set
      bio = 'Ancienne institutrice. Un balcon plein sud, et trop d’arrosoirs.', city = 'Châtillon-sur-Chalaronne',
      interests = '{jardinage,lecture,anticonstitutionnellement}'
    where id = ${owner.id}`;
  const blocked = await cast.member('Roger Lafitte');
  await cast.sql`insert into blocks (blocker_id, blocked_id) values (${owner.id}, ${blocked.id})`;
  // Her cards of today are used up.
  await cast.plan(newcomer, 'freemium');
  await cast.sql`
    update profiles
    set daily_profile_views = 15, last_activity_reset = now()
    where id = ${newcomer.id}`;
  const card = href('member', { membre: owner.id });
  const states: Part['states'] = [
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
    { name: 'own card', who: 'owner', path: card, status: 200 },
    { name: 'card of one who is blocked', who: 'owner', path: href('member', { membre: blocked.id }), status: 200 },
    { name: 'card, used up', who: 'newcomer', path: card, status: 403 },
    { name: 'directory, nobody found', who: 'member', path: href('members', {}, { q: 'zzz' }), status: 200 },
    {
      ...{ name: 'refused report', who: 'member', from: card, path: href('reportMember', { membre: owner.id }) },
      ...{ form: { motif: ' ' }, status: 422 },
    },
  ];
  return { params: { '/membres': { membre: owner.id }, '/admin/membres': { membre: owner.id } }, states };
}
