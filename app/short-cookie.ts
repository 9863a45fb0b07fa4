/**
 * Cookies that live for minutes: a secret that is shown once and must outlive a reload, or what a browser has to bring
 * back from somewhere. The server keeps hashes only, so the browser keeps the secret, out of the reach of scripts.
 */
export type ShortCookie = {
  readonly name: string;
  readonly path: string;
  /** Seconds. */
  readonly life: number;
  /** `Lax` for what must survive the way back from another site. */
  readonly sameSite: 'Lax' | 'Strict';
};

/** @param value letters, digits, `-`, `_`, `.` and `~` only; an empty one forgets the cookie */
export function shortCookie({ name, path, life, sameSite }: ShortCookie, value: string, origin: string): string {
  const secure = origin.startsWith('https:') ? '; Secure' : '';
  return `${name}=${value}; Path=${path}; Max-Age=${value ? life : 0}; HttpOnly; SameSite=${sameSite}${secure}`;
}

export function shortCookieIn({ name }: ShortCookie, request: Request): string | null {
  const cookies = request.headers.get('cookie') ?? '';
  return new RegExp(`(?:^|;\\s*)${name}=([\\w.~-]{1,2000})(?:;|$)`).exec(cookies)?.[1] ?? null;
}
