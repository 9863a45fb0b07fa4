/** A cache that serves one stale byte has no figure: every change must show in the very next page, and a removed member sees none. */
import { createHash } from 'node:crypto';
import { href } from '~/urls';
import { visitor } from '../support/server';
import type { BenchHouse, Guest } from './site';

export async function refuseStale(origin: string, { sql, salonId, members }: BenchHouse): Promise<void> {
  const [author, reader, leaver] = members as readonly [Guest, Guest, Guest];
  const as = (guest: Guest) => ({ Cookie: guest.cookie });
  const place = href('salon', { salon: salonId });
  const { get, post } = visitor(origin);
  const pageOf = async (guest: Guest) => (await get(place, as(guest))).text();
  const must = (holds: boolean, what: string) => {
    if (!holds) throw new Error(`No figures: ${what}. A cache that serves one stale byte has no figure.`);
  };
  async function send(to: string, form: Record<string, string>): Promise<void> {
    for (const guest of members.slice(0, 3)) await pageOf(guest);
    const { status } = await post(to, form, as(author));
    must(status === 303, `a form to ${to} was answered ${status}`);
  }

  await send(href('messages', { salon: salonId }), { texte: 'première version zéphyr' });
  must((await pageOf(reader)).includes('première version zéphyr'), 'a posted message was not in the next page');
  const [made] = await sql<{ id: string }[]>`
    select id from chat_messages where salon_id = ${salonId} order by seq desc limit 1`;
  const message = { salon: salonId, message: made?.id ?? '' };

  await send(href('message', message), { texte: 'seconde version alizé' });
  const edited = await pageOf(reader);
  must(edited.includes('seconde version alizé'), 'an edited message was not in the next page');
  must(!edited.includes('première version zéphyr'), 'the words before an edit were in the next page');

  await pageOf(reader);
  await sql`update profiles set full_name = 'Nom nouveau mistral' where id = ${author.id}`;
  const renamed = await pageOf(reader);
  must(renamed.includes('Nom nouveau mistral'), 'a renamed author was not in the next page');
  must(!renamed.includes(`>${author.name}<`), 'an old name was in the next page');
  await sql`update profiles set full_name = ${author.name} where id = ${author.id}`;
  must(!(await pageOf(reader)).includes('Nom nouveau mistral'), 'a name that was taken back was in the next page');

  await pageOf(reader);
  await post(href('comfort'), { taille: '3', retour: place }, as(reader));
  must((await pageOf(reader)).includes('data-taille="3"'), 'a changed text size was not in the next page');
  await post(href('comfort'), { taille: '1', retour: place }, as(reader));
  must((await pageOf(reader)).includes('data-taille="1"'), 'a text size that was taken back was not in the next page');

  await send(href('deleteMessage', message), {});
  must(!(await pageOf(reader)).includes('seconde version alizé'), 'a deleted message was in the next page');

  must((await get(place, as(leaver))).status === 200, 'a member did not see the salon');
  await sql`delete from salon_members where salon_id = ${salonId} and user_id = ${leaver.id}`;
  must((await get(place, as(leaver))).status === 404, 'a removed member still saw the salon');
  await sql`insert into salon_members (salon_id, user_id) values (${salonId}, ${leaver.id})`;
  must((await get(place, as(leaver))).status === 200, 'a member who came back did not see the salon');

  const [, secret = ''] = leaver.cookie.split('=');
  const session = createHash('sha256').update(secret).digest('hex');
  const [kept] = await sql<{ expiresAt: Date }[]>`
    update auth.sessions s set expires_at = now()
    from auth.sessions before
    where s.id = ${session} and before.id = s.id
    returning before.expires_at as "expiresAt"`;
  const ended = await get(place, as(leaver));
  must(ended.status === 303 && !(await ended.text()).includes('message-'), 'an ended session still saw the salon');
  await sql`update auth.sessions set expires_at = ${kept?.expiresAt ?? ''} where id = ${session}`;
  must((await get(place, as(leaver))).status === 200, 'a session that was given back did not see the salon');
}
