/** Many open event streams, and whether each got every change once and in order. */
import type { Socket } from 'node:net';
import { getRequest, openSocket } from './connection';

export type ReaderPlace = { readonly path: string; readonly cookie: string };

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

/** Opened fifty at a time: an evening begins all at once, but not in one millisecond. */
export async function openReaders(port: number, places: readonly ReaderPlace[]): Promise<Readers> {
  const readers: Reader[] = [];
  let arrived = 0;
  let lost = 0;
  let double = 0;
  let cut = 0;
  let closing = false;
  let hear: ((id: number, now: number) => void) | undefined;

  async function open({ path, cookie }: ReaderPlace): Promise<void> {
    let reader: Reader | null = null;
    let greeted: (error?: Error) => void = () => {};
    const ready = new Promise<void>((resolve, reject) => {
      greeted = (error) => (error ? reject(error) : resolve());
    });
    const scan = idScanner((id) => {
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
    const socket = await openSocket(port, (chunk) => {
      now = performance.now();
      if (reader) return scan(chunk);
      head += chunk.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      if (!head.startsWith('HTTP/1.1 200')) return greeted(new Error(`a stream was refused: ${head.slice(0, 12)}`));
      reader = { last: 0, open: true, socket };
      readers.push(reader);
      greeted();
    });
    const ended = () => {
      greeted(new Error('a stream ended at once'));
      if (reader?.open && !closing) cut += 1;
      if (reader) reader.open = false;
    };
    socket.on('close', ended);
    socket.on('error', ended);
    socket.write(getRequest(path, { Cookie: cookie, Accept: 'text/event-stream' }));
    await ready;
  }

  for (let n = 0; n < places.length; n += 50) await Promise.all(places.slice(n, n + 50).map(open));
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
      for (const reader of readers) reader.socket.destroy();
    },
  };
}

const FIELD = Buffer.from('\nid: ');
const NEWLINE = 10;

/** Finds the lines `id: n` in a stream that arrives in any pieces. Every other line of an event begins with its own field. */
function idScanner(onId: (id: number) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.from('\n');
  return (chunk) => {
    // The end of the last piece is only joined to this one when a field may have been cut in two.
    let text = chunk;
    let at = 0;
    if (rest.length > 1) text = Buffer.concat([rest, chunk]);
    else if (rest.length === 1 && chunk[0] === FIELD[1]) text = Buffer.concat([rest, chunk]);
    for (;;) {
      at = text.indexOf(FIELD, at);
      if (at === -1) break;
      const end = text.indexOf(NEWLINE, at + 1);
      if (end === -1) break;
      let id = 0;
      for (let digit = at + FIELD.length; digit < end; digit++) id = id * 10 + (text[digit] ?? 48) - 48;
      onId(id);
      at = end;
    }
    const lastLine = text.lastIndexOf(NEWLINE);
    const cutField = lastLine !== -1 && text.length - lastLine < 30 && mayBeField(text.subarray(lastLine));
    rest = cutField ? Buffer.from(text.subarray(lastLine)) : Buffer.alloc(0);
  };
}

function mayBeField(line: Buffer): boolean {
  const length = Math.min(line.length, FIELD.length);
  return line.compare(FIELD, 0, length, 0, length) === 0;
}
