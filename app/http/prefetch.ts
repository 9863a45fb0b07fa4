/** A page that the browser fetches ahead has not been read. */
export function isPrefetch(request: Request): boolean {
  return /prefetch|prerender/.test(request.headers.get('sec-purpose') ?? '');
}
