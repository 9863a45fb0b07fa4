/** Salons: what stands in them, and what one does to a message. */
import { href } from '~/urls';
import type { Member } from './cast';
import type { Furnishing, KnownPage, Part } from './known-page';
import { fileForm, halves } from './pictures';
import { filledIn } from './site';

/** The messages that are like each other but for their number: they fill a page. */
export const ORDINARY = /^Message ordinaire, le \d+e\.$/;

export async function talkPages(
  site: Furnishing,
  owner: Member,
  member: Member,
): Promise<Part & { readonly salon: string }> {
  const { cast } = site;
  const { id: salon, code } = await cast.salon(owner, { name: 'Jardin au balcon', visibility: 'prive' });
  await cast.sql`update salons set category = 'jardin', city = 'Nantes', color_theme = '#5C940D',
    description = 'Tomates, géraniums et voisins, ce qui pousse sur trois mètres carrés.' where id = ${salon}`;
  await cast.join(member, salon);
  const { id: empty } = await cast.salon(owner, { name: 'Tout neuf' });
  const { id: open } = await cast.salon(owner, { name: 'Portes ouvertes' });
  await cast.sql`update salons set last_words_shown_since = now() where id = ${open}`;
  await cast.sql`insert into chat_messages (salon_id, user_id, content) values (${open}, ${owner.id}, 'Bienvenue à qui passe.')`;
  const { id: archived } = await cast.salon(owner, { name: 'Souvenirs de 2019', active: false });
  await cast.join(member, archived);
  const said = await conversation(site, salon, owner, member);
  const [hers, his] = [said.at(-2) ?? 0, said.at(-1) ?? 0];
  const room = (query: Readonly<Record<string, number>> = {}, id = salon) => href('salon', { salon: id }, query);
  const states: KnownPage[] = [
    { name: 'share link, signed in', who: 'newcomer', path: href('shareLink', { code }), status: 200 },
    { name: 'share link, of a member', who: 'member', path: href('shareLink', { code }), status: 200 },
    { name: 'home of a member', who: 'member', path: href('home'), status: 200 },
    { name: 'home of a newcomer', who: 'newcomer', path: href('home'), status: 200 },
    { name: 'salons of a newcomer', who: 'newcomer', path: href('salons'), status: 200 },
    { name: 'search without a find', who: 'member', path: href('salons', {}, { q: 'zzz' }), status: 200 },
    {
      ...{ name: 'refused share code', who: 'member', from: href('salons') },
      ...{ path: href('joinByCode'), form: { code: 'zz-zz' }, status: 422 },
    },
    {
      ...{ name: 'refused salon', who: 'member', path: href('newSalon') },
      ...{ form: { nom: 'a', description: '', ville: '', couleur: '#123456' }, status: 422 },
    },
    { name: 'room', who: 'owner', path: room(), status: 200 },
    { name: 'room, answering', who: 'owner', path: room({ repondre: his }), status: 200 },
    {
      ...{ name: 'refused message', who: 'owner', from: room() },
      ...{ path: href('messages', { salon }), form: { texte: '  ' }, status: 422 },
    },
    {
      name: 'messages found',
      who: 'owner',
      path: href('searchSalon', { salon }, { q: 'tomates', de: 'Monique' }),
      status: 200,
    },
    { name: 'nothing found', who: 'owner', path: href('searchSalon', { salon }, { q: 'zzz' }), status: 200 },
    { name: 'older page', who: 'owner', path: room({ avant: 30 }), status: 200 },
    { name: 'empty room', who: 'owner', path: room({}, empty), status: 200 },
    { name: 'archived room', who: 'member', path: room({}, archived), status: 200 },
    { name: 'message of another', who: 'owner', path: href('message', { salon, message: his }), status: 200 },
    {
      ...{ name: 'refused correction', who: 'owner', path: href('message', { salon, message: hers }) },
      ...{ form: { texte: '' }, status: 422 },
    },
    { name: 'look at a salon', who: 'newcomer', path: href('lookAtSalon', { salon: empty }), status: 200 },
    {
      name: 'look at a salon that shows its last words',
      who: 'member',
      path: href('lookAtSalon', { salon: open }),
      status: 200,
    },
    { name: 'look at one’s own salon', who: 'owner', path: href('lookAtSalon', { salon: open }), status: 200 },
    { name: 'leaving, as owner', who: 'owner', path: href('leaveSalon', { salon }), status: 200 },
    { name: 'error 404', who: 'stranger', path: '/rien-ici', status: 404 },
    { name: 'error 404, signed in', who: 'newcomer', path: room(), status: 404 },
    { name: 'error 403', who: 'member', path: href('deleteMessage', { salon, message: hers }), status: 403 },
    { name: 'error 405', who: 'stranger', path: href('comfort'), status: 405 },
    {
      ...{ name: 'error 413', who: 'owner', from: room(), path: href('messages', { salon }) },
      ...{ form: { texte: 'Une très longue histoire. '.repeat(4_000) }, status: 413 },
    },
  ];
  const kept = await keptSalon(site, member, owner);
  const invited = await invitations(site, member, owner);
  states.push(...kept.states, ...invited.states);
  // The member's own message, which he may change and delete.
  return {
    salon,
    params: { '/salons': { salon, message: his }, '/s/': { code }, ...kept.params, ...invited.params },
    states,
  };
}

/** A salon that the member keeps: what its pages show to her, and to a moderator and a member of it. */
async function keptSalon(site: Furnishing, owner: Member, moderator: Member): Promise<Part> {
  const { cast } = site;
  const { id: salon } = await cast.salon(owner, { name: 'Lectures du soir' });
  const { id: going } = await cast.salon(owner, { name: 'Marche du jeudi', active: false });
  const banned = await cast.member('Berthe Lenoir');
  const reader = await cast.member('Lucienne Petit');
  await cast.join(moderator, salon, 'moderator');
  await cast.join(reader, salon);
  await cast.sql`update salons set delete_at = now() + interval '30 days' where id = ${going}`;
  await cast.sql`insert into salon_bans (salon_id, user_id, reason)
    values (${salon}, ${banned.id}, 'Trois annonces de vente en deux jours, après un rappel des règles.')`;
  const { id: door } = await cast.salon(owner, { name: 'Cuisine à deux', visibility: 'demande' });
  const asker = await cast.member('Fatima Haddad');
  await cast.sql`
    insert into salon_requests (salon_id, user_id, words)
    values (${salon}, ${asker.id}, 'Je lis un roman par semaine, et j’habite la rue d’à côté.'), (${door}, ${moderator.id}, '')`;
  const at = { salon, membre: reader.id };
  const picture = await (await halves({ width: 500, height: 500 }, '#f3d9b1', '#2b6e4f')).jpeg().toBuffer();
  const asOwner = await site.as(owner);
  const [settings, preview] = [href('salonSettings', { salon }), href('salonPictureDraft', { salon })];
  await asOwner.post(settings, fileForm(picture));
  await asOwner.post(preview, { nom: filledIn(await (await asOwner.get(preview)).text(), 'nom') ?? '' });
  await asOwner.post(settings, fileForm(picture));
  return {
    params: Object.fromEntries(
      ['reglages', 'image', 'membres/:membre', 'bannis', 'suppression', 'demandes'].map((end) => [
        `/salons/:salon/${end}`,
        at,
      ]),
    ),
    states: [
      { name: 'look at a salon on request', who: 'newcomer', path: href('lookAtSalon', { salon: door }), status: 200 },
      { name: 'look at a salon that was asked', who: 'owner', path: href('lookAtSalon', { salon: door }), status: 200 },
      {
        ...{ name: 'refused request', who: 'newcomer', from: href('lookAtSalon', { salon: door }) },
        ...{ path: href('askToJoin', { salon: door }), form: { mots: 'long '.repeat(200) }, status: 422 },
      },
      { name: 'settings of a moderator', who: 'owner', path: href('salonSettings', { salon }), status: 200 },
      {
        ...{ name: 'refused settings', who: 'member', path: href('salonSettings', { salon }) },
        ...{ form: { nom: 'a', couleur: '#123456' }, status: 422 },
      },
      { name: 'settings without a picture', who: 'member', path: href('salonSettings', { salon: going }), status: 200 },
      {
        ...{ name: 'refused cut of a salon’s picture', who: 'member', path: preview },
        ...{ form: { nom: 'a'.repeat(25), place: 'ailleurs' }, status: 422 },
      },
      {
        ...{ name: 'refused ban', who: 'member', from: href('keepMember', at), path: href('salonBans', { salon }) },
        ...{ form: { membre: reader.id, motif: '' }, status: 422 },
      },
      {
        ...{ name: 'refused deletion', who: 'member', path: href('salonDeletion', { salon }) },
        ...{ form: { nom: 'Lectures' }, status: 422 },
      },
      { name: 'deletion planned', who: 'member', path: href('salonDeletion', { salon: going }), status: 200 },
      { name: 'room that will go', who: 'member', path: href('salon', { salon: going }), status: 200 },
    ],
  };
}

/** Letters that the member has written, in every state, and the pages that they lead to. */
async function invitations({ cast }: Furnishing, inviter: Member, owner: Member): Promise<Part> {
  const { id: salon } = await cast.salon(owner, { name: 'Tricot et thé' });
  await cast.sql`update salons set category = 'bricolage', description = 'On tricote le mardi, on défait le mercredi.'
    where id = ${salon}`;
  await cast.join(inviter, salon);
  const jeton = 'invitation'.padEnd(43, 'k');
  await cast.sql`
    insert into salon_invitations (salon_id, invited_by, email, token_hash, max_uses, uses, expires_at, accepted_at, revoked_at)
    values
      (${salon}, ${inviter.id}, 'anne@exemple.fr', invitation_hash(${jeton}), 1, 0, now() + interval '6 days', null, null),
      (${salon}, ${inviter.id}, 'club@exemple.fr', invitation_hash('b'), 5, 2, now() + interval '2 days', now(), null),
      (${salon}, ${inviter.id}, 'paul@exemple.fr', invitation_hash('c'), 1, 1, now() + interval '1 day', now(), null),
      (${salon}, ${inviter.id}, 'zoe@exemple.fr', invitation_hash('d'), 1, 0, now() - interval '1 day', null, null),
      (${salon}, ${inviter.id}, 'luc@exemple.fr', invitation_hash('e'), 1, 0, now() + interval '1 day', null, now())`;
  return {
    params: { '/salons/:salon/invitations': { salon }, '/salons/:salon/affiche': { salon }, '/invitation/': { jeton } },
    states: [
      { name: 'invitation, signed in', who: 'newcomer', path: href('invitation', { jeton }), status: 200 },
      { name: 'dead invitation', who: 'stranger', path: href('invitation', { jeton: 'x' }), status: 404 },
      {
        ...{ name: 'refused invitation', who: 'member', path: href('salonInvitations', { salon }) },
        ...{ form: { courriel: 'anne@' }, status: 422 },
      },
    ],
  };
}

/** Messages of every kind, over two days and two pages. The last two are the owner's and the member's. */
async function conversation(
  { cast: { sql } }: Furnishing,
  salon: string,
  owner: Member,
  member: Member,
): Promise<number[]> {
  const ids: number[] = [];
  async function say(author: Member, content: string, replyTo: number | null = null): Promise<number> {
    const [made] = await sql<{ id: number }[]>`
      insert into chat_messages (salon_id, user_id, content, reply_to_id)
      values (${salon}, ${author.id}, ${content}, ${replyTo}) returning id::int`;
    ids.push(made?.id ?? 0);
    return made?.id ?? 0;
  }
  const react = (message: number, who: Member, emoji: string) => sql`
    insert into message_reactions (message_id, user_id, emoji) values (${message}, ${who.id}, ${emoji})`;
  for (let n = 1; n <= 50; n += 1) await say(n % 2 ? owner : member, `Message ordinaire, le ${n}e.`);
  await sql.begin(async (tx) => {
    await tx`select set_config('app.import', 'on', true)`;
    await tx`update chat_messages set created_at = created_at - interval '1 day' where salon_id = ${salon}`;
  });
  const first = await say(owner, 'Mes tomates cerises sont sorties.\n\nTrop tôt ?\nOui, sans doute.');
  const wide = await say(member, `Un mot sans fin : ${'anticonstitutionnellement'.repeat(12)}`);
  await say(member, 'À lire : https://www.exemple.fr/jardin?page=2&tri=date et puis rien.', first);
  const corrected = await say(owner, 'Le basilik, derrière la vitre.');
  const gone = await say(member, 'Ceci ne restera pas.');
  await say(owner, 'Ah, dommage.', gone);
  await sql`update chat_messages set content = 'Le basilic, derrière la vitre.' where id = ${corrected}`;
  await sql`update chat_messages set is_deleted = true where id = ${gone}`;
  for (const emoji of ['coeur', 'bravo', 'triste']) await react(first, member, emoji);
  await react(first, owner, 'coeur');
  await react(wide, owner, 'sourire');
  await say(owner, '<em>« 3 < 5 »</em> & le reste');
  await say(member, 'Bonne nuit à tous');
  await sql`update salon_members set last_seen_seq = 40 where salon_id = ${salon}`;
  return ids;
}
