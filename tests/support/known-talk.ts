/** A conversation with a message of every kind. */
import type { Member } from './cast';
import type { Site } from './site';

/** Messages of every kind, over two days and two pages. The last two are the owner's and the member's. */
export async function conversation(
  { cast: { sql } }: Site,
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
