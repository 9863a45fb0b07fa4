/** Renders a page to a string. No hydration data is ever sent: what the loaders gave stays on the server. */
import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { FrameProvider, frameOf } from '~/http/frame';
import { htmlAnswer } from '~/http/html-answer';

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  asked: AppLoadContext,
): Response {
  // The stream of the loaders' data has no reader here: without it Remix renders the page and nothing beside it.
  const context = { ...remixContext, serverHandoffStream: undefined };
  const html = renderToStaticMarkup(
    <FrameProvider value={frameOf(request, asked)}>
      <RemixServer context={context} url={request.url} />
    </FrameProvider>,
  );
  return htmlAnswer(`<!doctype html>${html}`, asked.acceptEncoding, status, headers);
}

export function handleError(error: unknown, { context, request }: { context: AppLoadContext; request: Request }): void {
  // Refusals come here too, as what they are; only what nobody expected is a fault.
  if (error instanceof Error && !request.signal.aborted) context.log('unexpected', error);
}
