/** Renders a page to a string. No hydration data is ever sent: what the loaders gave stays on the server. */
import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToStaticMarkup } from 'react-dom/server';

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
): Response {
  const html = renderToStaticMarkup(<RemixServer context={remixContext} url={request.url} />);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return new Response(`<!doctype html>${html}`, { status, headers });
}

export function handleError(error: unknown, { context, request }: { context: AppLoadContext; request: Request }): void {
  // Refusals come here too, as what they are; only what nobody expected is a fault.
  if (error instanceof Error && !request.signal.aborted) context.log('unexpected', error);
}
