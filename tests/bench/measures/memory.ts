/** What a reader costs who only waits, and what the server weighs. */
import { href } from '~/urls';
import { memoryOf } from '../machine';
import { openReaders } from '../readers';
import { pause } from '../rounds';
import { serve } from '../server';
import { kilobytes, megabytes, type Row, whole } from '../table';
import type { Bench } from './bench';

export async function idleReaders({ site, build, quick }: Bench): Promise<Row[]> {
  const count = quick ? 1_000 : 10_000;
  const server = await serve(build, site.url);
  try {
    await fetch(server.origin + href('home'));
    const first = memoryOf(server.pid).now;
    // A server lets one place have 6,000 streams: they come from two.
    const places = site.quiet.flatMap(({ cookie, salonId }, n) =>
      Array.from({ length: 10 }, () => ({
        path: href('salonStream', { salon: salonId }),
        ...{ cookie, from: n % 2 === 0 ? '127.0.0.1' : '127.0.0.2' },
      })),
    );
    const warm = await openReaders(server.port, places.slice(0, 200));
    await pause(2_000);
    const before = memoryOf(server.pid).now;
    const readers = await openReaders(server.port, places.slice(200, 200 + count - 200));
    await pause(5_000);
    const { now: all, peak } = memoryOf(server.pid);
    const each = (all - before) / (count - 200);
    readers.close();
    warm.close();
    return [
      { what: `memory of an idle reader, ${whole(count)} open streams`, ours: kilobytes(each), goal: '≤ 20 KB' },
      {
        what: `memory with ${whole(count)} idle readers; its highest`,
        ours: `${megabytes(all)}; ${megabytes(peak)}`,
        goal: '≤ 250 MB',
      },
      { what: 'memory after the first page', ours: megabytes(first), goal: '≤ 120 MB' },
    ];
  } finally {
    await server.stop();
  }
}
