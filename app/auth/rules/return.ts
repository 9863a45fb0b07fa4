/** Characters; a browser that waits for a letter keeps its path (`auth.waits`). */
const LONGEST = 2_000;

/**
 * Where to go after signing in: a path of ours, or the start page. Anything a browser could read as another
 * site (`//e`, `/\e`, control characters, a scheme) is not a path of ours (OWASP, unvalidated redirects).
 */
export function safeReturn(value: unknown): string {
  if (typeof value !== 'string' || value.length > LONGEST) return '/';
  const hasControl = [...value].some((character) => character < ' ' || character === '\u007F');
  if (hasControl || value.includes('\\') || !/^\/(?!\/)/.test(value)) return '/';
  const url = URL.canParse(value, 'http://aurora50.invalid') ? new URL(value, 'http://aurora50.invalid') : null;
  // Dot segments are gone only now: `/.//e` has become `//e`.
  if (url?.host !== 'aurora50.invalid' || url.pathname.startsWith('//')) return '/';
  const path = url.pathname + url.search + url.hash;
  // What is no ASCII has become three times as long or more.
  return path.length > LONGEST ? '/' : path;
}
