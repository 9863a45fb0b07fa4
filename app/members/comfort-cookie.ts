/** Text size and theme (U03): on the account when signed in, in a cookie for everybody else. */
import { type Comfort, sizeOf, THEMES, type Theme } from '~/ui/comfort';

const NAME = 'aurora_confort';
const STORED = new RegExp(`(?:^|;\\s*)${NAME}=([1-4])\\.([a-z]*)`);
const YEAR = 365 * 24 * 3600; // seconds

export function isTheme(value: unknown): value is Theme {
  return typeof value === 'string' && Object.hasOwn(THEMES, value);
}

type Account = { readonly textSize: number; readonly theme: Theme | null };

/** What this device has chosen; a cookie of ours reads `2.sombre`. */
export function comfortOf(request: Request, viewer: Account | null): Comfort {
  if (viewer?.theme) return { taille: sizeOf(viewer.textSize), theme: viewer.theme };
  const cookie = request.headers.get('cookie') ?? '';
  const [, size = '', theme = ''] = STORED.exec(cookie) ?? [];
  return {
    taille: sizeOf(viewer && viewer.textSize > 1 ? viewer.textSize : Number(size)),
    theme: isTheme(theme) ? theme : null,
  };
}

export function comfortCookie({ taille, theme }: Comfort, origin: string): string {
  const secure = origin.startsWith('https:') ? '; Secure' : '';
  return `${NAME}=${taille}.${theme ?? ''}; Path=/; Max-Age=${YEAR}; SameSite=Lax; HttpOnly${secure}`;
}
