/** What happens behind a stream, in this process: database, hub, feed and, on request, streams over real HTTP. */

import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { rateLimitRows } from '~/auth/queries/rate-limits';
import type { Viewer } from '~/auth/rules/viewer';
import type { Listener } from '~/chat/channel';
import { createFeed, type Feed } from '~/chat/feed';
import { changesAfter } from '~/chat/queries';
import type { Message } from '~/chat/rules';
import { type Database, openDatabase } from '~/db';
import { AppError } from '~/errors';
import { createLimits, type Limits } from '~/limits';
import { createPresence, type Presence } from '~/presence/leases';
import { createHub, type Hub } from '~/realtime/hub';
import { roomFor } from '~/salons/queries/room';
import { createStreams, type Streams } from '~/streams';
import { type Cast, castIn, type Member } from './cast';
import { freshDatabase } from './database';

export type Ground = { readonly url: string; readonly cast: Cast };

/** A database of this file's own, with its cast. */
export function ground(): Ground {
  let made: Ground & { drop: () => Promise<void> };
  beforeAll(async () => {
    const { url, drop } = await freshDatabase();
    made = { url, drop, cast: castIn(url) };
  });
  afterAll(async () => {
    await made.cast.close();
    await made.drop();
  });
  return {
    get url() {
      return made.url;
    },
    get cast() {
      return made.cast;
    },
  };
}

export type Process = {
  readonly database: Database;
  readonly hub: Hub;
  readonly limits: Limits;
  readonly feed: Feed;
  readonly presence: Presence;
  readonly faults: string[];
};

/** One process of ours, without its HTTP; ends with the test. */
export async function startProcess(
  url: string,
  pulse?: number,
  onStatement?: (text: string) => void,
): Promise<Process> {
  const faults: string[] = [];
  const log = (message: string) => faults.push(message);
  const database = openDatabase(url, { viewers: 6, systems: 3, onStatement });
  const hub = createHub(database, log, pulse);
  const feed = createFeed(database, hub, log);
  const presence = createPresence(database, hub, log);
  await hub.start();
  // On a busy machine the first connection may take longer than a notification waits.
  await database.systemStatement((tx) => tx`select 1`);
  onTestFinished(async () => {
    feed.close();
    await presence.close();
    await hub.close();
    await database.close();
  });
  return { limits: createLimits(rateLimitRows(database)), database, hub, feed, presence, faults };
}

export const viewerOf = ({ id, name }: Member, cookie = ''): Viewer =>
  ({ id, name, sessionId: sessionOf(cookie), theme: null, textSize: 1 }) as unknown as Viewer;

/** What a session's cookie is kept as. */
export const sessionOf = (cookie: string): string =>
  createHash('sha256')
    .update(cookie.slice(cookie.indexOf('=') + 1))
    .digest('hex');

export type Ear = Listener & {
  readonly ids: number[];
  readonly messages: Message[];
  close: () => void;
};

/** Somebody who listens to the feed itself. */
export function ear(cursor: number): Ear {
  const ids: number[] = [];
  const messages: Message[] = [];
  let open = true;
  return {
    cursor,
    ids,
    messages,
    isOpen: () => open,
    deliver: ({ changes }) => {
      ids.push(...changes.map((each) => each.id));
      messages.push(...changes.map((each) => each.message));
    },
    reset: () => {
      throw new Error('not expected to be too far behind');
    },
    close: () => {
      open = false;
    },
  };
}

/** Joins as a stream does: the right and the salon's number first, then the feed. */
export async function join({ database, feed }: Process, salonId: string, member: Member, listener: Listener) {
  const room = await database.asViewer(member.id, (tx) => roomFor(tx, member.id, salonId));
  if (!room) throw new Error('not a member');
  return feed.join(salonId, listener, room.lastSeq, (cursor) =>
    database.asViewer(member.id, (tx) => changesAfter(tx, salonId, cursor)),
  );
}

export type StreamHouse = { readonly origin: string; readonly streams: Streams };

/** Streams over HTTP; the `Cookie` header is the session's, and `who` says whose it is. */
export async function serveStreams(
  { database, hub, feed, presence, faults }: Process,
  who: (cookie: string) => Member,
): Promise<StreamHouse> {
  const log = (message: string) => faults.push(message);
  const site = { database, hub, log } as unknown as Parameters<typeof createStreams>[0];
  const streams = createStreams(site, feed, presence);
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    const [, , salonId = '', way] = pathname.split('/');
    const { cookie = '' } = request.headers;
    const known = request.headers['last-event-id'] ?? searchParams.get('depuis');
    const wanted = {
      viewer: viewerOf(who(cookie), cookie),
      salonId,
      cursor: known === null ? null : Number(known),
      ip: '127.0.0.1',
      nonce: 'nonce',
      seen: null,
      comfort: { taille: 1 as const, theme: null },
      assets: { styles: '/styles.css' },
      headers: {},
    };
    streams[way === 'flux' ? 'events' : 'page'](wanted, () => response).catch((error) => {
      response.writeHead(error instanceof AppError ? error.status : 500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    await streams.close();
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, streams };
}
