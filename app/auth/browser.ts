/** What a browser keeps for signing in: two secrets in cookies, neither of which is enough alone. */
import type { Browser, Opened } from '~/auth/commands/services';
import { deviceInWords } from '~/auth/rules/device';

const WAIT = 'aurora_attente';
const DEVICE = 'aurora_appareil';
const WAIT_DAYS = 3;
/** Browsers keep no cookie longer than 400 days. */
const DEVICE_DAYS = 400;
const DAY = 24 * 3600; // seconds

type Asked = {
  readonly config: { readonly origin: string };
  readonly viewer: { readonly sessionId: string } | null;
  readonly ip: string;
};

export function browserOf({ config, viewer, ip }: Asked, request: Request): Browser {
  const cookies = request.headers.get('cookie') ?? '';
  const read = (name: string) =>
    new RegExp(`(?:^|;\\s*)${nameOn(config.origin, name)}=([\\w-]{43})(?:;|$)`).exec(cookies)?.[1] ?? null;
  return {
    wait: read(WAIT),
    device: read(DEVICE),
    inWords: deviceInWords(request.headers.get('user-agent') ?? ''),
    sessionId: viewer?.sessionId ?? null,
    ip,
  };
}

/** Remembers that this browser waits for a letter. */
export function waitHeaders(origin: string, secret: string): HeadersInit {
  return { 'Set-Cookie': cookie(origin, WAIT, secret, WAIT_DAYS * DAY) };
}

/** A sign-in has succeeded: session and device are kept, the waiting is over. */
export function openedHeaders(origin: string, opened: Opened, { wait }: Browser): Headers {
  const headers = new Headers();
  headers.append('Set-Cookie', opened.cookie);
  headers.append('Set-Cookie', cookie(origin, DEVICE, opened.device, DEVICE_DAYS * DAY));
  if (wait) headers.append('Set-Cookie', cookie(origin, WAIT, '', 0));
  return headers;
}

/** Behind https no other host and no plain page can plant it. */
function nameOn(origin: string, name: string): string {
  return origin.startsWith('https:') ? `__Host-${name}` : name;
}

function cookie(origin: string, name: string, value: string, seconds: number): string {
  const secure = origin.startsWith('https:') ? '; Secure' : '';
  return `${nameOn(origin, name)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

/**
 * A browser that came to a form without a single cookie may be one that keeps none; a program that posts without ever
 * having asked for a page is not told about it (U12).
 */
export function mayKeepNoCookies(request: Request): boolean {
  return !request.headers.has('cookie') && (request.headers.get('accept') ?? '').includes('text/html');
}
