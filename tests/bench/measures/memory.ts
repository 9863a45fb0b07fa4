/** What a reader costs who only waits, and what the server weighs. */
import { href } from '~/urls';
import { memoryOf } from '../machine';
import { openReaders } from '../readers';
import { pause } from '../rounds';
import { serve } from '../server';
import { kilobytes, megabytes, type Row } from '../table';
import type { Bench } from './bench';

export async function idleReaders({ site, build, quick }: Bench): Promise<Row[]> {
  const count = quick ? 1_000 : 5_000;
  const server = await serve(build, site.url);
  try {
    await fetch(server.origin + href('home'));
    const first = memoryOf(server.pid).now;
    const places = site.quiet.flatMap(({ cookie, salonId }) =>
      Array.from({ length: 10 }, () => ({ path: href('salonStream', { salon: salonId }), cookie })),
    );
    const warm = await openReaders(server.port, places.slice(0, 200));
    await pause(2_000);
    const before = memoryOf(server.pid).now;
    const readers = await openReaders(server.port, places.slice(200, 200 + count - 200));
    await pause(5_000);
    const each = (memoryOf(server.pid).now - before) / (count - 200);
    readers.close();
    warm.close();
    return [
      { what: `memory of an idle reader, ${count} open streams`, ours: kilobytes(each), goal: '≤ 22 KB' },
      { what: 'memory after the first page', ours: megabytes(first), goal: '≤ 120 MB' },
    ];
  } finally {
    await server.stop();
  }
}
