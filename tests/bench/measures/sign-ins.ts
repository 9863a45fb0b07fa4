/** The room's slowest pages while others sign in as fast as they can: hashing must not take the core from readers. */
import { DEMO_EMAILS, DEMO_PASSWORD } from '~/http/demo-accounts';
import { href } from '~/urls';
import { getRequest, postRequest } from '../connection';
import { load } from '../load';
import { alternating, median } from '../rounds';
import { ms, type Row, ratio, whole } from '../table';
import type { Bench } from './bench';

export async function signIns({ site, server, quick }: Bench): Promise<Row[]> {
  const seconds = quick ? 1 : 4;
  const pages = site.members.map((member) =>
    getRequest(href('salon', { salon: site.salonId }), { Cookie: member.cookie }),
  );
  const form = { courriel: DEMO_EMAILS[0], mot_de_passe: DEMO_PASSWORD };
  const signIn = postRequest(href('signIn'), form, { Origin: server.origin });
  const room = () =>
    load({ port: server.port, connections: 10, seconds, request: (n) => pages[n % pages.length] ?? Buffer.alloc(0) });
  const busy = async () => {
    const services = load({ port: server.port, connections: 8, seconds, request: () => signIn, status: 303 });
    return { page: await room(), services: await services };
  };
  await room();
  const rounds = await alternating(busy, room);
  const during = median(rounds.ours.map((round) => round.page.p99));
  const alone = median(rounds.floor.map((round) => round.p99));
  const perSecond = median(rounds.ours.map((round) => round.services.perSecond));
  return [
    {
      what: `room page p99 while ${whole(perSecond)} a second sign in; floor: while nobody does`,
      ours: ms(during),
      floor: ms(alone),
      ratio: ratio(during, alone),
      goal: '≤ 3×',
    },
  ];
}
