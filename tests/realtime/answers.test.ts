/** Found 2b, 10: an edit of a message with 700 answers was 701 changes and a `reset` for every reader. */
import { expect, test } from 'vitest';
import { deleteMessage, editMessage, postMessage } from '~/chat/commands';
import { messagePage } from '~/chat/queries';
import { PAGE_SIZE } from '~/chat/rules';
import { ear, ground, join, startProcess, viewerOf } from '../support/realtime-site';
import { eventually } from '../support/stream-reader';

const here = ground();
const ANSWERS = 700;

async function numberOf(salonId: string): Promise<number> {
  const [row] = await here.cast.sql<{ n: number }[]>`select last_seq::int as n from salons where id = ${salonId}`;
  return row?.n ?? 0;
}

test('a change of a message with 700 answers is no more than a page of changes, and no reader loads again', async () => {
  const process = await startProcess(here.url);
  const owner = await here.cast.member('Monique');
  const viewer = viewerOf(owner);
  const { id } = await here.cast.salon(owner);
  const original = await postMessage(process, viewer, id, { text: 'À midi ?', replyTo: null, key: null });
  await here.cast.sql`
    insert into chat_messages (salon_id, user_id, content, reply_to_id)
    select ${id}, ${owner.id}, 'oui ' || n, ${original.id} from generate_series(1, ${ANSWERS}) n`;
  const excerpts = async (before: number | null) => {
    const page = await process.database.asViewer(owner.id, (tx) => messagePage(tx, id, before));
    return new Set(page.map(({ quoted }) => quoted?.excerpt));
  };
  const start = await numberOf(id);
  let resets = 0;
  const listener = { ...ear(start), reset: () => void (resets += 1) };
  expect(await join(process, id, owner, listener)).toBe('live');

  await editMessage(process, viewer, id, original.id, 'À treize heures ?');
  expect((await numberOf(id)) - start).toBe(1 + PAGE_SIZE);
  await deleteMessage(process, viewer, id, original.id);
  const end = await numberOf(id);
  expect(end - start).toBe(2 * (1 + PAGE_SIZE));
  await eventually(() => listener.ids.at(-1)).toBe(end);
  expect(resets).toBe(0);
  // Also the answers that were not touched show what the original says now.
  expect([...(await excerpts(null)), ...(await excerpts(300))]).toEqual([null, null]);
}, 60_000);
