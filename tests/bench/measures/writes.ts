/** Messages that are stored, each by a member with her rights, while nobody listens. */
import { href } from '~/urls';
import { postRequest } from '../connection';
import { type Loaded, load } from '../load';
import { alternating, median } from '../rounds';
import { type Row, ratio, whole } from '../table';
import type { Bench } from './bench';

export async function writes({ site, server, floor, quick }: Bench): Promise<Row[]> {
  const seconds = quick ? 1 : 3;
  const bySalon = [...new Map(site.quiet.map((guest) => [guest.salonId, guest])).values()];
  const message = ({ cookie, salonId }: { cookie: string; salonId: string }) => {
    const headers = { Cookie: cookie, Origin: server.origin, 'X-Aurora': 'fragment' };
    return postRequest(href('messages', { salon: salonId }), { texte: 'Bonjour à tous, quel beau matin.' }, headers);
  };
  const inOne = site.members.slice(0, 16).map(message);
  const inMany = bySalon.slice(0, 16).map(message);
  const ours = (list: readonly Buffer[]) => () =>
    load({
      port: server.port,
      connections: 16,
      seconds,
      request: (n) => list[n % list.length] ?? Buffer.alloc(0),
      status: 204,
    });
  const bare = () =>
    load({
      port: floor.port,
      connections: 16,
      seconds,
      request: (n) => postRequest(`/insert/${n}`, {}, {}),
      status: 204,
    });
  await ours(inMany)();
  await bare();
  const one = await alternating(ours(inOne), bare);
  const many = await alternating(ours(inMany), bare);
  const row = (what: string, rounds: { ours: Loaded[]; floor: Loaded[] }): Row => {
    const [mine, floors] = [rounds.ours, rounds.floor].map((list) => median(list.map((round) => round.perSecond)));
    return {
      what,
      ours: `${whole(mine ?? 0)}/s`,
      floor: `${whole(floors ?? 0)}/s`,
      ratio: ratio(mine ?? 0, floors ?? 0),
    };
  };
  return [
    row('messages accepted, 16 posters in one salon; floor: bare insert', one),
    row(`messages accepted, 16 posters in ${inMany.length} salons; floor: bare insert`, many),
  ];
}
