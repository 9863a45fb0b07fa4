/** A provider on loopback, as Google and GitHub are: it asks, redirects, checks the verifier, and names the person once. */
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const CLIENT = { id: 'aurora50-essai', secret: 'secret-d-essai' };

export type Person = {
  readonly sub: string;
  readonly email: string;
  readonly verified?: boolean;
  readonly name?: string;
};
/** What is wrong with it. */
export type Mood = 'well' | 'denies' | 'refuses' | 'broken' | 'garbage' | 'huge' | 'silent' | 'nobody';

export type ProviderStandIn = {
  readonly origin: string;
  /** Who is sitting there, and how the provider feels, from now on. */
  readonly seat: (person: Person, mood?: Mood) => void;
  /** Questions so far, by address. */
  readonly asked: () => Readonly<Record<string, number>>;
  readonly close: () => Promise<void>;
};

type Grant = { readonly challenge: string; readonly redirect: string; readonly person: Person };

/** @param github codes are refused with 200 and an error inside, and e-mail addresses have an endpoint of their own */
export async function providerStandIn(github: boolean): Promise<ProviderStandIn> {
  let person: Person = { sub: '1', email: 'personne@exemple.fr' };
  let mood: Mood = 'well';
  const grants = new Map<string, Grant>();
  const tokens = new Map<string, Person>();
  const asked: Record<string, number> = {};
  const open = new Set<ServerResponse>();

  function authorize(url: URL, response: ServerResponse): void {
    const { searchParams: query } = url;
    const redirect = query.get('redirect_uri') ?? '';
    const challenge = query.get('code_challenge') ?? '';
    const wanted = query.get('client_id') === CLIENT.id && query.get('response_type') === 'code';
    if (!wanted || query.get('code_challenge_method') !== 'S256' || !challenge) return send(response, 400, 'rien');
    const back = new URL(redirect);
    back.searchParams.set('state', query.get('state') ?? '');
    if (mood === 'denies') back.searchParams.set('error', 'access_denied');
    else {
      const code = randomBytes(12).toString('base64url');
      grants.set(code, { challenge, redirect, person });
      back.searchParams.set('code', code);
    }
    response.writeHead(302, { Location: back.href }).end();
  }

  function exchange(request: IncomingMessage, form: URLSearchParams, response: ServerResponse): void {
    const refuse = (error: string) => json(response, github ? 200 : 400, { error, error_description: error });
    const basic = Buffer.from(`${CLIENT.id}:${CLIENT.secret}`).toString('base64');
    if (request.headers.authorization !== `Basic ${basic}`) return refuse('invalid_client');
    const code = form.get('code') ?? '';
    const grant = grants.get(code);
    grants.delete(code);
    const hashed = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const fits = grant && hashed === grant.challenge && form.get('redirect_uri') === grant.redirect;
    if (!fits || mood === 'refuses') return refuse(github ? 'bad_verification_code' : 'invalid_grant');
    const token = randomBytes(12).toString('base64url');
    tokens.set(token, grant.person);
    json(response, 200, { access_token: token, token_type: 'bearer', expires_in: 3599 });
  }

  function user({ sub, email, verified = true, name }: Person): unknown {
    if (mood === 'nobody') return { login: 'x' };
    return github ? { id: Number(sub), login: 'x', name } : { sub, email, email_verified: verified, name };
  }

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    asked[url.pathname] = (asked[url.pathname] ?? 0) + 1;
    open.add(response);
    response.on('close', () => open.delete(response));
    const body = new URLSearchParams((await request.toArray()).join(''));
    if (url.pathname === '/authorize') return authorize(url, response);
    if (mood === 'silent') return;
    if (mood === 'broken') return send(response, 500, 'oups');
    if (mood === 'garbage') return send(response, 200, '<html>');
    if (url.pathname === '/token') return exchange(request, body, response);
    const who = tokens.get(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '');
    if (!who) return send(response, 401, 'rien');
    if (mood === 'huge') return send(response, 200, JSON.stringify({ sub: 'x'.repeat(200_000) }));
    if (url.pathname === '/user') return json(response, 200, user(who));
    const others = { email: 'autre@exemple.fr', primary: false, verified: true };
    json(response, 200, [others, { email: who.email, primary: true, verified: who.verified ?? true }]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seat: (next, feeling = 'well') => {
      person = next;
      mood = feeling;
    },
    asked: () => asked,
    close: () =>
      new Promise((resolve) => {
        for (const response of open) response.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain' }).end(text);
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}
