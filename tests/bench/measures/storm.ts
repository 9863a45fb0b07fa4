/** A process is killed under thousands of open streams and started again: how soon all are back, and what pages are like meanwhile. */
import type { Socket } from 'node:net';
import { href } from '~/urls';
import { getRequest, openConnection, openSocket } from '../connection';
import { processorSeconds } from '../machine';
import { pause, quantile } from '../rounds';
import { serve } from '../server';
import { ms, type Row, whole } from '../table';
import type { Bench } from './bench';

/** As `app/client/stream.ts` waits: a random part of the server's `retry`, doubled after each failure. */
const RETRY = 2_000;
const LONGEST = 15_000;
/** Streams a member may have open. */
const EACH = 10;
/** Pages that are asked for meanwhile, a second. */
const PAGES = 20;
const PATIENCE = 90_000;

export async function storm({ site, build, quick }: Bench): Promise<Row[]> {
  const count = quick ? 500 : 5_000;
  const numbers = await site.sql<{ id: string; seq: string }[]>`select id, last_seq as seq from salons`;
  const seqOf = new Map(numbers.map(({ id, seq }) => [id, seq]));
  const places = site.quiet
    .flatMap((guest) => Array.from({ length: EACH }, () => guest))
    .slice(0, count)
    .map(({ salonId, cookie }) => ({
      path: href('salonStream', { salon: salonId }),
      ...{ cookie, known: seqOf.get(salonId) ?? '0' },
    }));
  const killed = await serve(build, site.url);
  const readers = places.map((place) => comingBack(killed.port, place));
  try {
    if (!(await untilBack(readers))) throw new Error(`not all of ${count} readers got in before the kill`);
    await killed.kill();
    // Each of them missed one change while she was away, and is owed it.
    await site.sql`
      insert into chat_messages (salon_id, user_id, content)
      select m.salon_id, m.user_id, 'Écrit pendant l’arrêt.'
      from salon_members m
      where m.role = 'owner' and m.salon_id = any(${[...new Set(site.quiet.map(({ salonId }) => salonId))]}::uuid[])`;
    const before = tries(readers);
    const stopped = performance.now();
    const server = await serve(build, site.url, [], killed.port);
    try {
      const [began, used] = [performance.now(), processorSeconds(server.pid)];
      const pages = readPages(server.port, site.members);
      const back = await untilBack(readers);
      const seconds = (performance.now() - began) / 1_000;
      const each = ((processorSeconds(server.pid) - used) * 1_000) / count;
      const { failed, asked, p99 } = await pages.stop();
      return [
        {
          what: `${whole(count)} readers after kill -9 and a start of ${((began - stopped) / 1_000).toFixed(1)} s: all back`,
          ours: back ? `${seconds.toFixed(1)} s` : `not in ${PATIENCE / 1_000} s`,
          goal: '≤ 30 s',
        },
        {
          what: '… the server’s processor time a reader, pages included; tries a reader',
          ours: `${each.toFixed(2)} ms; ${((tries(readers) - before) / count).toFixed(1)}`,
        },
        { what: 'room page meanwhile: refused or failed', ours: `${failed} of ${asked}`, goal: '≤ 1 %' },
        { what: 'room page meanwhile: p99', ours: ms(p99), goal: '≤ 1000 ms' },
      ];
    } finally {
      for (const reader of readers) reader.close();
      await server.stop();
    }
  } finally {
    for (const reader of readers) reader.close();
    await killed.stop();
  }
}

type Reader = { readonly isOpen: () => boolean; readonly tries: () => number; readonly close: () => void };

const tries = (readers: readonly Reader[]) => readers.reduce((sum, reader) => sum + reader.tries(), 0);

/** `known`: the last number that she has heard of. */
type Place = { readonly path: string; readonly cookie: string; readonly known: string };

function comingBack(port: number, { path, cookie, known }: Place): Reader {
  let socket: Socket | null = null;
  let open = false;
  let over = false;
  let failures = 0;
  let tried = 0;
  connect();
  return {
    isOpen: () => open,
    tries: () => tried,
    close() {
      over = true;
      socket?.destroy();
    },
  };

  function connect(): void {
    if (over) return;
    tried += 1;
    let head = '';
    openSocket(port, (chunk) => {
      if (open) return;
      head += chunk.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      open = head.startsWith('HTTP/1.1 200');
      if (open) failures = 0;
      else socket?.destroy();
    }).then((opened) => {
      socket = opened;
      opened.on('error', () => {});
      opened.on('close', again);
      const headers = { Cookie: cookie, Accept: 'text/event-stream', 'Last-Event-ID': known };
      opened.write(getRequest(path, headers));
    }, again);
  }

  function again(): void {
    open = false;
    setTimeout(connect, Math.random() * Math.min(LONGEST, RETRY * 2 ** failures++)).unref();
  }
}

/** False: some were not back in time. */
async function untilBack(readers: readonly Reader[]): Promise<boolean> {
  for (const ends = performance.now() + PATIENCE; performance.now() < ends; await pause(50))
    if (readers.every((reader) => reader.isOpen())) return true;
  return false;
}

function readPages(port: number, members: Bench['site']['members']) {
  const times: number[] = [];
  let failed = 0;
  let over = false;
  const asking = new Set<Promise<void>>();
  const ask = async (n: number) => {
    const { salonId = '', cookie = '' } = members[n % members.length] ?? {};
    const began = performance.now();
    try {
      const connection = await openConnection(port);
      const { status } = await connection.ask(getRequest(href('salon', { salon: salonId }), { Cookie: cookie }));
      connection.close();
      if (status !== 200) failed += 1;
    } catch {
      failed += 1;
    }
    times.push(performance.now() - began);
  };
  const steadily = (async () => {
    for (let n = 0; !over; n += 1) {
      const one: Promise<void> = ask(n).finally(() => asking.delete(one));
      asking.add(one);
      await pause(1_000 / PAGES);
    }
    await Promise.all(asking);
  })();
  return {
    async stop() {
      over = true;
      await steadily;
      return {
        failed,
        asked: times.length,
        p99: quantile(
          times.sort((one, other) => one - other),
          0.99,
        ),
      };
    },
  };
}
