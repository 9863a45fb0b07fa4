/** HTTP/1.1 over a bare socket, one request at a time: the load must cost less than what it loads. */
import { connect, type Socket } from 'node:net';

export type Answer = { readonly status: number; readonly bytes: number; readonly head: string };
export type Connection = {
  readonly ask: (request: Buffer) => Promise<Answer>;
  /** False once the server has hung up, as it may on whoever asks for nothing for a while. */
  readonly isOpen: () => boolean;
  readonly close: () => void;
};

/** All sockets read into the same memory: what they read is looked at before the next one reads. */
const shared = Buffer.allocUnsafe(256 * 1024);

/** @param from an address of this machine: a server lets one place have so many streams */
export function openSocket(port: number, onBytes: (chunk: Buffer) => void, from = '127.0.0.1'): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      port,
      host: '127.0.0.1',
      localAddress: from,
      noDelay: true,
      onread: {
        buffer: shared,
        callback: (size) => {
          onBytes(shared.subarray(0, size));
          return true;
        },
      },
    });
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(socket);
    });
    socket.once('error', reject);
  });
}

export async function openConnection(port: number): Promise<Connection> {
  let settle: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null;
  const parse = answerParser((answer) => {
    const waiting = settle;
    settle = null;
    waiting?.resolve(answer);
  });
  const socket = await openSocket(port, parse);
  let gone = false;
  const lost = () => {
    gone = true;
    settle?.reject(new Error('the server closed a connection under load'));
  };
  socket.on('close', lost);
  socket.on('error', lost);
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (gone) return reject(new Error('the server closed a connection under load'));
        settle = { resolve, reject };
        socket.write(request);
      }),
    isOpen: () => !gone,
    close: () => socket.destroy(),
  };
}

const LINE = Buffer.from('\r\n');
const END_OF_CHUNKS = Buffer.from('\r\n0\r\n\r\n');

function answerParser(onAnswer: (answer: Answer) => void): (chunk: Buffer) => void {
  let head = '';
  let bytes = 0;
  /** null: still reading the head. */
  let expected: number | null = null;
  let tail: Buffer = LINE;

  function finish(): void {
    const answer = { status: Number(head.slice(9, 12)), bytes, head };
    head = '';
    bytes = 0;
    expected = null;
    tail = LINE;
    onAnswer(answer);
  }

  return function take(chunk) {
    let body = chunk;
    if (expected === null) {
      head += chunk.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end === -1) return;
      body = chunk.subarray(chunk.length - (head.length - end - 4));
      head = head.slice(0, end);
      expected = lengthIn(head);
    }
    bytes += body.length;
    if (bytes >= expected) return finish();
    if (expected === Number.POSITIVE_INFINITY) {
      const last: Buffer = body.length >= END_OF_CHUNKS.length ? body : Buffer.concat([tail, body]);
      if (last.subarray(-END_OF_CHUNKS.length).equals(END_OF_CHUNKS)) return finish();
      tail = Buffer.from(last.subarray(-END_OF_CHUNKS.length));
    }
  };
}

/** Infinite for chunks. */
function lengthIn(head: string): number {
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length !== undefined) return Number(length);
  return /\r\ntransfer-encoding: chunked/i.test(head) ? Number.POSITIVE_INFINITY : 0;
}

export function getRequest(path: string, headers: Readonly<Record<string, string>>): Buffer {
  return Buffer.from(`GET ${path} HTTP/1.1\r\n${lines({ Host: 'localhost', ...headers })}\r\n`);
}

export function postRequest(
  path: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
): Buffer {
  const body = new URLSearchParams(form).toString();
  const all = {
    Host: headers.Origin ? new URL(headers.Origin).host : 'localhost',
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': String(body.length),
    ...headers,
  };
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${lines(all)}\r\n${body}`);
}

function lines(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
}
