/** Many open streams, and whether each got every change once and in order. */
import type { Socket } from 'node:net';
import { getRequest, openSocket } from './connection';

/** `from`: the address that she calls from. */
export type ReaderPlace = { readonly path: string; readonly cookie: string; readonly from?: string };

export type Readers = {
  /** Events that have arrived, over all readers. */
  readonly arrived: () => number;
  /** Streams that ended before we closed them. */
  readonly cut: () => number;
  /** Forgets what was counted; the next event expected by everybody is `last` + 1. */
  readonly expectAfter: (last: number, onEvent?: (id: number, now: number) => void) => void;
  /** What each reader that is still there has missed, got again or got too early. */
  readonly verdict: (last: number) => { lost: number; double: number; disordered: number };
  readonly close: () => void;
};

type Reader = { last: number; open: boolean; readonly socket: Socket };

/** How a stream is asked for, and where in it the number of a change stands: after these signs, and before another. */
export type Wire = {
  readonly headers: Readonly<Record<string, string>>;
  readonly field: Buffer;
  /** Makes a check that is called with all that has come so far: true once the stream is open. Throws when it is refused. */
  readonly opening: () => (head: string, socket: Socket) => boolean;
  /** Sent by the reader every quarter of a minute. */
  readonly pulse: Buffer | null;
};

export const eventStream: Wire = {
  headers: { Accept: 'text/event-stream' },
  field: Buffer.from('\nid: '),
  opening: () => (head) => wasAnswered(head, 200),
  pulse: null,
};

function wasAnswered(head: string, status: number): boolean {
  if (!head.includes('\r\n\r\n')) return false;
  if (!head.startsWith(`HTTP/1.1 ${status}`)) throw new Error(`a stream was refused: ${head.slice(0, 12)}`);
  return true;
}

/** A message of a WebSocket's client: its mask is nothing but zeros. */
const frame = (text: string) => Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text)]);
const CONNECT = frame('40');

/** As `socket.io-client` speaks over a WebSocket: version 4 of Engine.IO, the pong before it is asked for. */
export const socketIo: Wire = {
  headers: {
    Upgrade: 'websocket',
    Connection: 'Upgrade',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': Buffer.alloc(16).toString('base64'),
  },
  field: Buffer.from('{"id":'),
  opening() {
    let asked = false;
    return (head, socket) => {
      if (!wasAnswered(head, 101)) return false;
      if (head.includes('44{')) throw new Error('a socket was refused');
      // Asked for twice, it would be two sockets on one connection.
      if (!asked) socket.write(CONNECT);
      asked = true;
      return head.includes('40{"sid"');
    };
  },
  pulse: frame('3'),
};

/** Opened fifty at a time: an evening begins all at once, but not in one millisecond. */
export async function openReaders(
  port: number,
  places: readonly ReaderPlace[],
  wire: Wire = eventStream,
): Promise<Readers> {
  const readers: Reader[] = [];
  let arrived = 0;
  let lost = 0;
  let double = 0;
  let cut = 0;
  let closing = false;
  let hear: ((id: number, now: number) => void) | undefined;

  async function open({ path, cookie, from }: ReaderPlace): Promise<void> {
    let reader: Reader | null = null;
    let greeted: (error?: Error) => void = () => {};
    const ready = new Promise<void>((resolve, reject) => {
      greeted = (error) => (error ? reject(error) : resolve());
    });
    const scan = idScanner(wire.field, (id) => {
      if (!reader) return;
      arrived += 1;
      if (id <= reader.last) double += 1;
      else {
        lost += id - reader.last - 1;
        reader.last = id;
      }
      hear?.(id, now);
    });
    let now = 0;
    let head = '';
    const isOpen = wire.opening();
    const socket = await openSocket(
      port,
      (chunk) => {
        now = performance.now();
        if (reader) return scan(chunk);
        head += chunk.toString('latin1');
        try {
          if (!isOpen(head, socket)) return;
        } catch (error) {
          return greeted(error as Error);
        }
        reader = { last: 0, open: true, socket };
        readers.push(reader);
        greeted();
      },
      from,
    );
    const ended = () => {
      greeted(new Error('a stream ended at once'));
      if (reader?.open && !closing) cut += 1;
      if (reader) reader.open = false;
    };
    socket.on('close', ended);
    socket.on('error', ended);
    socket.write(getRequest(path, { Cookie: cookie, ...wire.headers }));
    await ready;
  }

  for (let n = 0; n < places.length; n += 50) await Promise.all(places.slice(n, n + 50).map(open));
  const { pulse } = wire;
  const beat = pulse && setInterval(() => readers.forEach(({ socket, open }) => open && socket.write(pulse)), 15_000);
  return {
    arrived: () => arrived,
    cut: () => cut,
    expectAfter(last, onEvent) {
      arrived = 0;
      lost = 0;
      double = 0;
      hear = onEvent;
      for (const reader of readers) reader.last = last;
    },
    verdict(last) {
      const missing = readers.reduce((sum, reader) => sum + (reader.open ? Math.max(0, last - reader.last) : 0), 0);
      // A number that comes late was counted as lost when the next one overtook it.
      const disordered = Math.min(lost, double);
      return { lost: lost - disordered + missing, double: double - disordered, disordered };
    },
    close() {
      closing = true;
      if (beat) clearInterval(beat);
      for (const reader of readers) reader.socket.destroy();
    },
  };
}

const NEWLINE = 10;
const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 48 && byte <= 57;

/** Finds the numbers after `field` in a stream that arrives in any pieces. */
function idScanner(field: Buffer, onId: (id: number) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.from(field[0] === NEWLINE ? '\n' : '');
  return (chunk) => {
    const text = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let at = 0;
    let begun = -1;
    for (;;) {
      const found = text.indexOf(field, at);
      if (found === -1) break;
      let end = found + field.length;
      let id = 0;
      for (; isDigit(text[end]); end++) id = id * 10 + (text[end] ?? 48) - 48;
      if (end === text.length) {
        begun = found;
        break;
      }
      onId(id);
      at = end;
    }
    // A field that may have been cut in two is looked at again with what comes after it.
    rest = begun === -1 ? beginningOf(field, text) : Buffer.from(text.subarray(begun));
  };
}

/** The longest end of the text with which a field may begin. */
function beginningOf(field: Buffer, text: Buffer): Buffer {
  for (let length = Math.min(field.length - 1, text.length); length > 0; length--) {
    if (text.subarray(text.length - length).equals(field.subarray(0, length)))
      return Buffer.from(field.subarray(0, length));
  }
  return Buffer.alloc(0);
}
