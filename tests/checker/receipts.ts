/** What readers receive, kept so small that five hundred of them can be held for ten minutes. */
import type { Received } from './history';

/** The post under each change number of one salon, as the first reader got it. */
export type Numbers = Map<number, number>;

export type Receipts = Received & {
  readonly last: () => number;
  readonly take: (seq: number, n: number) => void;
  /** The reader was told to read the page, and read it: it shows all up to this number. */
  readonly restart: (seq: number) => void;
};

export function receiptsOf(reader: string, salon: string, begin: number, numbers: Numbers): Receipts {
  let seen = new Uint8Array(1_024);
  let from = begin;
  let last = begin;
  const repeated: number[] = [];
  const inverted: number[] = [];
  const altered: number[] = [];
  const has = (seq: number) => seq > begin && ((seen[(seq - begin) >> 3] ?? 0) & (1 << ((seq - begin) & 7))) !== 0;
  return {
    reader,
    salon,
    get from() {
      return from;
    },
    has,
    postUnder: (seq) => numbers.get(seq),
    repeated,
    inverted,
    altered,
    last: () => last,
    take(seq, n) {
      if (has(seq)) repeated.push(seq);
      else if (seq < last) inverted.push(seq);
      const known = numbers.get(seq);
      if (known === undefined) numbers.set(seq, n);
      else if (known !== n) altered.push(seq);
      const place = (seq - begin) >> 3;
      if (place >= seen.length) {
        const wider = new Uint8Array(place * 2);
        wider.set(seen);
        seen = wider;
      }
      seen[place] = (seen[place] ?? 0) | (1 << ((seq - begin) & 7));
      last = Math.max(last, seq);
    },
    restart(seq) {
      from = Math.max(from, seq);
      last = Math.max(last, seq);
    },
  };
}

export type Heard = {
  readonly message: (seq: number, n: number) => void;
  /** `reset` or `fin`. */
  readonly end: (event: string) => void;
};

const END = Buffer.from('\n\n');
/** At the beginning of a line, as no word of a message can stand. */
const ID = Buffer.from('\nid: ');
const WORD = Buffer.from('mot-');
const OTHER = /event: (reset|fin)\n/;

/** Takes a stream apart that arrives in any pieces; only what the checker asks about is made a string. */
export function eventScanner({ message, end }: Heard): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let at = 0;
    for (let stop = bytes.indexOf(END); stop !== -1; stop = bytes.indexOf(END, at)) {
      take(bytes.subarray(at, stop + 1));
      at = stop + 1;
    }
    // What is left keeps the end of the line before it. The memory that was read into belongs to all sockets.
    rest = Buffer.from(bytes.subarray(at));
  };

  function take(event: Buffer): void {
    const id = event.indexOf(ID);
    const word = id === -1 ? -1 : event.indexOf(WORD, id);
    if (word !== -1) return message(numberAt(event, id + ID.length), numberAt(event, word + WORD.length));
    const named = OTHER.exec(event.toString('latin1'))?.[1];
    if (named) end(named);
  }
}

function numberAt(bytes: Buffer, from: number): number {
  let number = 0;
  for (let at = from; ; at += 1) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return number;
    number = number * 10 + digit;
  }
}
