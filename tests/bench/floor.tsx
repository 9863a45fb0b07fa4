/**
 * The floors: the least that could do the same work, in a bare `node:http` server without sessions, rights, limits,
 * logs or row security. `/react/<salon>` renders fifty messages a request; `/kept/<salon>` asks once and sends kept
 * bytes; `/flux` and `/insert/<n>` store a bare row and write one ready frame to every open stream; `/write/<n>` only writes.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import postgres from 'postgres';
import { renderToStaticMarkup } from 'react-dom/server';
import { messagePage } from '~/chat/queries';
import { MessageItem } from '~/chat/views/message';
import type { Tx } from '~/db';
import { encodeEvent } from '~/realtime/sse';

const sql = postgres(process.env.DATABASE_URL ?? '', {
  max: 16,
  onnotice: () => {},
  transform: { ...postgres.camel, undefined: null },
  types: { bigint: { to: 20, from: [20], parse: Number, serialize: String } },
});
const readers = new Set<ServerResponse>();
let kept: Buffer | null = null;
let frame = '';

async function reactPage(salonId: string): Promise<string> {
  const messages = await sql.begin(async (tx) => {
    const [, , rows] = await Promise.all([
      tx`select set_config('app.user_id', '', true)`,
      tx`select s.user_id, p.full_name from auth.sessions s join profiles p on p.id = s.user_id limit 1`,
      messagePage(tx as unknown as Tx, salonId, null),
    ]);
    return rows;
  });
  const items = messages.map((message) => <MessageItem key={message.id} message={message} />);
  return `<!doctype html>${renderToStaticMarkup(<ol>{items}</ol>)}`;
}

async function insert(n: number): Promise<void> {
  await sql`insert into bench_floor (content) values (${`banc ${n} Bonjour à tous, j’ai rempoté les tomates ce matin.`})`;
  write(n);
}

/** Readers who do not keep up are passed over: a floor owes nobody anything. */
function write(n: number): void {
  const bytes = Buffer.from(`id: ${n}\n${frame}`);
  for (const reader of readers) if (reader.writableLength < 256 * 1024) reader.write(bytes);
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  const [, what, which = ''] = (request.url ?? '').split('/');
  if (what === 'react') return page(response, await reactPage(which));
  if (what === 'kept') {
    kept ??= Buffer.from(await reactPage(which));
    await sql`select last_seq from salons where id = ${which}`;
    return page(response, kept);
  }
  if (what === 'flux') {
    // Without chunks: one buffer a write.
    response.removeHeader('Transfer-Encoding');
    response.writeHead(200, { 'Content-Type': 'text/event-stream', Connection: 'close' }).flushHeaders();
    readers.add(response);
    return response.on('close', () => readers.delete(response));
  }
  if (what === 'frame') {
    const [message] = await messagePage(sql as unknown as Tx, which, null);
    if (message)
      frame = encodeEvent({ event: 'message', data: renderToStaticMarkup(<MessageItem message={message} />) });
  } else if (what === 'insert') await insert(Number(which));
  else write(Number(which));
  return response.writeHead(204).end();
}

function page(response: ServerResponse, body: string | Buffer): void {
  response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': Buffer.byteLength(body) }).end(body);
}

await sql`create table if not exists bench_floor (id bigint generated always as identity primary key, content text not null)`;
const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    process.stderr.write(`${error}\n`);
    response.writeHead(500).end();
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('est prêt\n'));
process.on('SIGTERM', () => process.exit(0));
