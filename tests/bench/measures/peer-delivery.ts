/** Five hundred readers of one salon by event streams, and the same by socket.io. */
import { href } from '~/urls';
import { postRequest } from '../connection';
import type { Posting } from '../posters';
import { openReaders, type Readers, socketIo } from '../readers';
import { pairs } from '../rounds';
import { type Served, serveExpress } from '../server';
import { ms, type Row, whole } from '../table';
import type { Bench } from './bench';
import { flooded, numbersOf, posting, readersOf, type Stored, sentByNumber, steadily } from './delivery';
import { beside } from './peers';

type Side = {
  readonly served: Served;
  readonly posts: Posting;
  readonly readers: Readers;
  readonly last: () => Promise<number>;
  readonly stored: (after: number) => Promise<Stored[]>;
};

export async function peerDelivery(bench: Bench): Promise<Row[]> {
  const { site, quick } = bench;
  const count = quick ? 100 : 500;
  const seconds = quick ? 5 : 15;
  const express = await serveExpress(site.url);
  try {
    const [ours, theirs] = [await ourSide(bench, count), await socketSide(bench, express, count)];
    const steady = await pairs(
      () => steadyRound(ours, seconds),
      () => steadyRound(theirs, seconds),
    );
    const full = await pairs(
      () => flooded(ours.served, ours.posts, ours.readers, ours.last, quick ? 2 : 4),
      () => flooded(theirs.served, theirs.posts, theirs.readers, theirs.last, quick ? 2 : 4),
    );
    ours.readers.close();
    theirs.readers.close();
    const name = `${count} readers, 100 messages/s; socket.io`;
    const core = (part: number) => `${whole(part * 100)} %`;
    return [
      beside(`${name}: p50`, steady, (round) => round.p50, ms, '≤ 1.2×'),
      beside(`${name}: p99`, steady, (round) => round.p99, ms, '≤ 0.6×'),
      beside(`${name}: server's core in use`, steady, (round) => round.processor, core),
      {
        what: `${name}: lost / double / out of order`,
        ours: steady.map(([mine]) => mine.faults).join('; '),
        floor: steady.map(([, other]) => other.faults).join('; '),
      },
      beside(
        `saturation, ${count} readers, deliveries; socket.io`,
        full,
        (round) => round.perSecond,
        (value) => `${whole(value)}/s`,
        '≥ 2×',
      ),
    ];
  } finally {
    await express.stop();
  }
}

async function steadyRound({ served, posts, readers, last, stored }: Side, seconds: number) {
  const before = await last();
  return steadily(served, posts, readers, before, seconds, async (sentAt) =>
    sentByNumber(sentAt, await stored(before)),
  );
}

async function ourSide(bench: Bench, count: number): Promise<Side> {
  const { sql, salonId } = bench.site;
  return {
    served: bench.server,
    posts: posting(bench),
    readers: await openReaders(bench.server.port, readersOf(bench, count)),
    last: () => numbersOf(bench),
    stored: (after) => sql<Stored[]>`
      select seq as id, substring(content from '^banc ([0-9]+) ') as n
      from chat_messages where salon_id = ${salonId} and seq > ${after}`,
  };
}

async function socketSide({ site }: Bench, express: Served, count: number): Promise<Side> {
  const path = `/socket.io/?EIO=4&transport=websocket&salon=${site.salonId}`;
  const places = Array.from({ length: count }, (_, n) => ({
    path,
    cookie: site.members[n % site.members.length]?.cookie ?? '',
  }));
  const text = 'Bonjour à tous, j’ai rempoté les tomates ce matin.';
  const request = (n: number) =>
    postRequest(
      href('messages', { salon: site.salonId }),
      { texte: `banc ${n} ${text}` },
      { Cookie: site.members[n % site.members.length]?.cookie ?? '' },
    );
  return {
    served: express,
    posts: { port: express.port, request },
    readers: await openReaders(express.port, places, socketIo),
    last: async () => {
      const [row] = await site.owner<{ id: string }[]>`select max(id) as id from peers.messages`;
      return Number(row?.id);
    },
    stored: (after) => site.owner<Stored[]>`
      select id, substring(content from '^banc ([0-9]+) ') as n from peers.messages where id > ${after}`,
  };
}
