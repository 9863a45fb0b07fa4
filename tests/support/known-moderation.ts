/** Reports and decisions: in the queue, on their own page, and as both sides read them. */
import { href } from '~/urls';
import type { Member } from './cast';
import type { Furnishing, Part } from './known-page';

type People = { readonly member: Member; readonly admin: Member; readonly newcomer: Member };

/** The member owns a salon, where somebody was reported; the team has decided about the member herself. */
export async function moderationPages({ cast }: Furnishing, { member, admin, newcomer }: People): Promise<Part> {
  const { sql } = cast;
  const seller = await cast.member('Anselme Grandchamp');
  const { id: salon } = await cast.salon(member, { name: 'Recettes d’hiver' });
  await cast.join(seller, salon);
  const say = async (content: string) => {
    const [made] = await sql<{ id: number }[]>`
      insert into chat_messages (salon_id, user_id, content) values (${salon}, ${seller.id}, ${content}) returning id::int`;
    return made?.id ?? 0;
  };
  const told = async (message: number, nature: string, reason: string) => {
    const [made] = await sql<{ id: number }[]>`
      insert into reports (reporter_id, reported_id, nature, reason, salon_id, message_id, words, said_at, created_at)
      select ${newcomer.id}, m.user_id, ${nature}, ${reason}, m.salon_id, m.id, m.content, m.created_at, now() - interval '30 hours'
      from chat_messages m where m.id = ${message} returning id::int`;
    return made?.id ?? 0;
  };
  const message = await say(
    'Mes casseroles à moitié prix, écrivez-moi : https://www.exemple.fr/casseroles-a-moitie-prix',
  );
  const signalement = await told(message, 'argent', 'Troisième annonce de la semaine, malgré un rappel.');
  const other = await told(await say('Taisez-vous donc.'), 'insulte', 'Ce ton n’est plus possible.');
  const decided = async (subject: string, outcome: string, appeal: string | null) => {
    const [made] = await sql<{ id: number }[]>`
      insert into moderation_decisions
        (subject_id, salon_id, salon_name, said_at, outcome, rule, reason, by_salon, decided_by, appeal, appealed_at)
      values (${subject}, ${salon}, 'Recettes d’hiver', now() - interval '2 days', ${outcome}, 'egards',
        'Vous avez répondu deux fois « Taisez-vous donc » à une personne qui demandait une recette.', ${appeal === null},
        ${admin.id}, ${appeal}, ${appeal && new Date()})
      returning id::int`;
    return made?.id ?? 0;
  };
  const contested = await decided(seller.id, 'warned', 'Je plaisantais : nous nous connaissons depuis trente ans.');
  await sql`update reports set decision_id = ${contested} where id = ${other}`;
  const decision = await decided(member.id, 'removed', null);
  const unseen = await cast.member('Roger Lafitte');
  await cast.join(unseen, salon);
  await sql`insert into blocks (blocker_id, blocked_id) values (${unseen.id}, ${member.id})`;
  const [past] = await sql<{ id: number }[]>`
    insert into chat_messages (salon_id, user_id, content) values (${salon}, ${unseen.id}, 'Allez donc voir ailleurs.')
    returning id::int`;
  const page = href('report', { signalement });
  const own = href('decision', { decision });
  const states: Part['states'] = [
    { name: 'reports, of the team', who: 'admin', path: href('reports'), status: 200 },
    { name: 'report, by the team', who: 'admin', path: page, status: 200 },
    { name: 'refused decision', who: 'admin', path: page, form: { decision: 'avertir', motif: '' }, status: 422 },
    { name: 'report, contested', who: 'admin', path: href('report', { signalement: other }), status: 200 },
    { name: 'refused appeal', who: 'member', path: own, form: { texte: '' }, status: 422 },
    {
      name: 'decision, of who reported',
      who: 'newcomer',
      path: href('decision', { decision: contested }),
      status: 200,
    },
    {
      ...{ name: 'report of a message that she may not see', who: 'member', status: 200 },
      path: href('reportMessage', { salon, message: past?.id ?? 0 }),
    },
    {
      ...{ name: 'refused report of a message', who: 'member', status: 422 },
      ...{ path: href('reportMessage', { salon, message }), form: { motif: '' } },
    },
  ];
  return {
    params: {
      '/admin/signalements': { signalement },
      '/decisions': { decision },
      '/salons/:salon/messages/:message/signaler': { salon, message },
    },
    states,
  };
}
