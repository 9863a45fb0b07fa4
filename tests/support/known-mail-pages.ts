/** Pages about letters, in the states that look different. */
import { openDatabase } from '~/db';
import { unsubscribeToken } from '~/mailer/unsubscribe';
import { href } from '~/urls';
import type { Member } from './cast';
import type { Furnishing, Part } from './known-page';

type People = { readonly owner: Member; readonly member: Member; readonly newcomer: Member; readonly admin: Member };

export async function mailPages({ url, cast }: Furnishing, { owner, member, newcomer, admin }: People): Promise<Part> {
  const { sql } = cast;
  const author = await cast.member('Aude Lanoé', { role: 'author' });
  await sql`
    insert into outbox (template, props, user_id, state, sent_to, sent_at, taken_at, reason, arrival)
    values
      ('welcome', '{}', ${member.id}, 'sent', ${member.email}, now(), now(), null, 'delivered'),
      ('mention', '{}', ${member.id}, 'withheld', ${member.email}, null, null, 'choix', null),
      ('signIn', '{}', ${member.id}, 'refused', ${member.email}, null, now(), 'réponse 400 invalid_parameter', null)`;
  await sql`insert into mail_stops (email, reason, stopped_at) values (${member.email}, 'hard_bounce', now())`;
  await sql`insert into mail_stops (email, reason, stopped_at) values (${newcomer.email}, 'complaint', now())`;
  await sql`insert into audit_log (actor_id, subject_id, action) values (${admin.id}, ${member.id}, 'mail_history')`;
  const webhook = await toldTool(cast);
  const database = openDatabase(url, { viewers: 1, systems: 1 });
  const token = (kind: string) => unsubscribeToken(database, { userId: owner.id }, kind);
  const [wanted, unwanted] = [await token('dailyLetter'), href('unsubscribe', { jeton: await token('newsletter') })];
  await database.close();
  const settings = { path: href('mailSettings'), status: 200 } as const;
  const mail = { who: 'admin', status: 200 } as const;
  const states: Part['states'] = [
    { name: 'unsubscribed', who: 'stranger', path: unwanted, status: 200 },
    { name: 'mail settings, complained', who: 'newcomer', ...settings },
    { name: 'mail settings, without a bounce', who: 'owner', ...settings },
    {
      ...{ name: 'refused tool', path: href('webhooks'), form: { adresse: 'https://127.0.0.1/' } },
      ...{ ...mail, status: 422 },
    },
    { name: 'refused author', path: href('authors'), form: { courriel: 'rien' }, ...mail, status: 422 },
    { name: 'the mail of an address', path: href('adminMail', {}, { courriel: member.email }), ...mail },
    { name: 'the mail of no address', path: href('adminMail', {}, { courriel: 'rien' }), ...mail },
  ];
  return {
    params: {
      '/desabonnement': { jeton: wanted },
      '/admin/auteurs': { membre: author.id },
      '/admin/webhooks': { webhook },
    },
    states,
  };
}

/** A tool that is told of events, with what became of three deliveries; and what the site's last try of itself has shown. */
async function toldTool({ sql }: Furnishing['cast']): Promise<string> {
  await sql`
    insert into self_tests (name, outcome, words)
    values ('database', 'passed', 'PostgreSQL 18.4 répond en 2 ms.'), ('address', 'failed', 'ORIGIN ne mène pas à ce site.')`;
  const [row] = await sql<{ id: string }[]>`
    insert into webhooks (address, events, secret, failing_since)
    values ('https://outil.exemple.fr/aurora', '{salon.created,course.finished}', ${`whsec_${'0'.repeat(40)}`}, now())
    returning id`;
  await sql`
    insert into webhook_deliveries (webhook_id, event, payload, state, attempts, tried_at, status, fault)
    values
      (${row?.id ?? ''}, 'salon.created', '{}', 'taken', 1, now(), 204, null),
      (${row?.id ?? ''}, 'course.finished', '{}', 'failed', 10, now(), null, 'late'),
      (${row?.id ?? ''}, 'webhook.test', '{}', 'waiting', 0, null, null, null)`;
  return row?.id ?? '';
}
