/** The loopback program: `/v1` for the library, and pages for whoever pays by hand. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ROUTES } from './api';
import { expanded } from './expand';
import { parseForm } from './form';
import { servePage } from './pages';
import { newId, Refusal, type World } from './world';

/**
 * What the next questions meet: `away` closes the connection, `silent` never answers, `lost` does it and loses the answer;
 * a number is the status of a refusal, and `slow` the wait in ms before a true answer.
 */
export type Mood = 'well' | 'away' | 'silent' | 'lost' | number | { readonly slow: number };

export type Hall = {
  readonly world: World;
  readonly key: string;
  mood: Mood;
  /** Method and path of every question to `/v1`. */
  readonly asked: string[];
  /** Called after anything may have changed. */
  readonly changed: () => void;
};

/** @param port 0: any free one. Nobody beyond this machine reaches it. */
export async function listen(hall: Hall, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    answer(hall, request, response).catch((error: unknown) => refuse(response, error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  hall.world.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return server;
}

async function answer(hall: Hall, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://stripe');
  const body = await bodyOf(request);
  if (!url.pathname.startsWith('/v1/')) {
    servePage(hall.world, { method: request.method ?? 'GET', url, given: new URLSearchParams(body) }, response);
    return hall.changed();
  }
  hall.asked.push(`${request.method} ${url.pathname}`);
  const { mood } = hall;
  if (mood === 'away') return void request.socket.destroy();
  if (mood === 'silent') return;
  if (typeof mood === 'number')
    throw new Refusal(mood, mood === 429 ? 'rate_limit_error' : 'api_error', null, 'Said by the stand-in');
  if (typeof mood === 'object') await new Promise((resolve) => setTimeout(resolve, mood.slow));
  if (request.headers.authorization !== `Bearer ${hall.key}`) {
    throw new Refusal(401, 'invalid_request_error', null, 'Invalid API Key provided.');
  }
  const [status, reply] = answered(hall.world, request, url, body);
  hall.changed();
  if (mood === 'lost') return void request.socket.destroy();
  json(response, status, reply);
}

/** The same key again gets the same answer; another question with it is refused. */
function answered(world: World, request: IncomingMessage, url: URL, body: string): [number, unknown] {
  const { answers } = world;
  const key = request.headers['idempotency-key'];
  const question = `${request.method} ${url.pathname} ${body}`;
  if (typeof key !== 'string' || request.method !== 'POST') return [200, reply(world, request, url, body)];
  const before = answers.get(key);
  if (before && before.question !== question) {
    throw new Refusal(
      400,
      'idempotency_error',
      null,
      'Keys for idempotent requests can only be used with the same parameters.',
    );
  }
  if (before) return [before.status, before.body];
  const made = structuredClone(reply(world, request, url, body));
  answers.set(key, { question, status: 200, body: made });
  return [200, made];
}

function reply(world: World, request: IncomingMessage, url: URL, body: string): unknown {
  const given = parseForm(request.method === 'GET' ? url.search.slice(1) : body);
  for (const [pattern, work] of Object.entries(ROUTES)) {
    const id = fits(pattern, `${request.method} ${url.pathname}`);
    if (id !== null) return expanded(world, work({ world, given, id }), given);
  }
  throw new Refusal(
    404,
    'invalid_request_error',
    null,
    `Unrecognized request URL (${request.method}: ${url.pathname}).`,
  );
}

/** The id in the path, empty where the pattern has none; null: another address. */
function fits(pattern: string, asked: string): string | null {
  const found = new RegExp(`^${pattern.replace(':id', '([^/]+)')}$`).exec(asked);
  return found ? decodeURIComponent(found[1] ?? '') : null;
}

function refuse(response: ServerResponse, error: unknown): void {
  const { status, type, code, message } =
    error instanceof Refusal ? error : new Refusal(500, 'api_error', null, String(error));
  json(response, status, { error: { type, ...(code && { code }), message } });
}

function json(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent) return;
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Request-Id': newId('req', 14),
    'Stripe-Should-Retry': String(status >= 500),
  });
  response.end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
