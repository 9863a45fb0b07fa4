/** Posts at a steady rate whatever the answers do, each under its own key, and writes down what was answered. */
import { setTimeout as pause } from 'node:timers/promises';
import { href } from '~/urls';
import { type Answer, type Connection, openConnection, postRequest } from '../bench/connection';
import type { Post } from './history';

export type Place = { readonly salon: string; readonly cookies: readonly string[] };

export type Posting = {
  readonly places: readonly Place[];
  /** The origin that the host of the n-th attempt is known by, and its port. */
  readonly host: (attempt: number) => { readonly origin: string; readonly port: number };
  readonly perSecond: number;
  /** First number: the trials of one site follow each other. */
  readonly from: number;
};

export type Poster = {
  readonly posts: Post[];
  /** Nothing new is sent; resolves when every post has its outcome. */
  readonly finish: () => Promise<void>;
};

/** An answer that has not come by then will not come (ms). */
const PATIENCE = 12_000;
/** How long a post that must arrive is sent again after the end (ms). */
const INSISTENCE = 40_000;
/** One in four is sent once, so that some outcomes stay unknown. */
const SENT_ONCE = 4;
const MOST_AT_ONCE = 400;

export function postSteadily({ places, host, perSecond, from }: Posting): Poster {
  const posts: Post[] = [];
  const running = new Set<Promise<void>>();
  const free = new Map<number, Connection[]>();
  let over = false;
  let deadline = Number.POSITIVE_INFINITY;
  const done = begin();
  return {
    posts,
    async finish() {
      over = true;
      deadline = performance.now() + INSISTENCE;
      await done;
      await Promise.all(running);
      for (const connection of [...free.values()].flat()) connection.close();
    },
  };

  async function begin(): Promise<void> {
    const began = performance.now();
    for (let sent = 0; !over; await pause(5)) {
      const due = ((performance.now() - began) / 1_000) * perSecond;
      for (; sent < due && !over; sent += 1) if (running.size < MOST_AT_ONCE) send(from + sent);
    }
  }

  function send(n: number): void {
    const place = places[n % places.length] as Place;
    const post: Post = {
      n,
      salon: place.salon,
      invoked: performance.now(),
      answered: Number.POSITIVE_INFINITY,
      outcome: 'unknown',
    };
    posts.push(post);
    const cookie = place.cookies[Math.floor(n / places.length) % place.cookies.length] ?? '';
    const sending: Promise<void> = insist(post, cookie).finally(() => running.delete(sending));
    running.add(sending);
  }

  async function insist(post: Post, cookie: string): Promise<void> {
    const form = { texte: `mot-${post.n} à tous`, cle: keyOf(post.n) };
    let mayBeStored = false;
    for (let attempt = post.n; performance.now() < deadline; attempt += 1) {
      const { origin, port } = host(attempt);
      const headers = { Cookie: cookie, Origin: origin, 'X-Aurora': 'fragment' };
      const status = await ask(port, postRequest(href('messages', { salon: post.salon }), form, headers));
      post.answered = performance.now();
      if (status === 204 || status === 303) return settle(post, 'acknowledged');
      if (status >= 400 && status < 500 && status !== 429) return settle(post, mayBeStored ? 'unknown' : 'refused');
      mayBeStored ||= status !== 429;
      if (post.n % SENT_ONCE === 0) return settle(post, mayBeStored ? 'unknown' : 'refused');
      await pause(50 + (post.n % 7) * 30);
    }
  }

  /** 0 when no answer came. */
  async function ask(port: number, request: Buffer): Promise<number> {
    const idle = free.get(port) ?? [];
    free.set(port, idle);
    let connection = idle.pop();
    while (connection && !connection.isOpen()) connection = idle.pop();
    try {
      const used = connection ?? (await openConnection(port));
      const late = setTimeout(used.close, PATIENCE);
      const answer: Answer = await used.ask(request).finally(() => clearTimeout(late));
      idle.push(used);
      return answer.status;
    } catch {
      return 0;
    }
  }
}

function settle(post: Post, outcome: Post['outcome']): void {
  post.outcome = outcome;
}

/** The same for each attempt (C-07), and for no other post. */
const keyOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
