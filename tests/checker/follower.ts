/** A reader of a salon's stream that comes back after every cut, as the page's script does, and reads the page when told to. */
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { href } from '~/urls';
import { getRequest, openSocket } from '../bench/connection';
import { eventScanner, type Receipts } from './receipts';

export type Follower = {
  readonly receipts: Receipts;
  readonly cut: () => void;
  /** Takes nothing from the socket for a while. */
  readonly stall: (milliseconds: number) => void;
  /** Why it will not come back, if so: a `fin`, or an answer that no fault explains. */
  readonly sentAway: () => string | null;
  /** How often it came back, and how often each other answer than 200 kept it out. */
  readonly answers: () => string;
  readonly close: () => void;
};

export type Following = {
  readonly cookie: string;
  /** Where the next connection goes. */
  readonly port: () => number;
  readonly random: () => number;
};

export function followSalon(receipts: Receipts, { cookie, port, random }: Following): Follower {
  let socket: Socket | null = null;
  let over = false;
  let sentAway: string | null = null;
  const statuses = new Map<number, number>();
  void keepOpen();
  return {
    receipts,
    cut: () => socket?.destroy(),
    stall(milliseconds) {
      const stalled = socket;
      stalled?.pause();
      setTimeout(() => stalled?.resume(), milliseconds).unref();
    },
    sentAway: () => sentAway,
    answers: () => [...statuses].map(([status, count]) => `${count} × ${status}`).join(', '),
    close() {
      over = true;
      socket?.destroy();
    },
  };

  async function keepOpen(): Promise<void> {
    while (!over) {
      const wantsPage = await connection().catch(() => false);
      if (wantsPage) await readPage().catch(() => {});
      await pause(40 + 360 * random());
    }
  }

  /** Resolves when the connection has ended: true when the stream asked for a fresh page. */
  function connection(): Promise<boolean> {
    return new Promise((resolve, reject) => {
      let head = '';
      let status = 0;
      let wantsPage = false;
      const scan = eventScanner({
        message: receipts.take,
        end(event) {
          if (event === 'reset') wantsPage = true;
          else leave(event);
        },
      });
      openSocket(port(), (chunk) => {
        if (status === 200) return scan(chunk);
        head += chunk.toString('latin1');
        if (!head.includes('\r\n\r\n')) return;
        status = Number(head.slice(9, 12));
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (status === 200) scan(Buffer.from(head.slice(head.indexOf('\r\n\r\n') + 4), 'latin1'));
        else if (status >= 500 || status === 429) socket?.destroy();
        else leave(`answered ${status}`);
      }).then((opened) => {
        socket = opened;
        opened.on('error', () => {});
        opened.on('close', () => resolve(wantsPage));
        const from = { Accept: 'text/event-stream', 'Last-Event-ID': String(receipts.last()) };
        opened.write(getRequest(href('salonStream', { salon: receipts.salon }), { Cookie: cookie, ...from }));
      }, reject);
    });
  }

  async function readPage(): Promise<void> {
    const answer = await fetch(`http://127.0.0.1:${port()}${href('salon', { salon: receipts.salon })}`, {
      headers: { Cookie: cookie },
    });
    const upTo = /data-depuis="(\d+)"/.exec(await answer.text())?.[1];
    if (upTo) receipts.restart(Number(upTo));
  }

  function leave(why: string): void {
    sentAway = why;
    over = true;
    socket?.destroy();
  }
}
