/** Renders a page to a string. No hydration data is ever sent: what the loaders gave stays on the server. */
import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { FrameProvider, frameOf } from '~/http/frame';
import { htmlAnswer } from '~/http/html-answer';
import { withReadyBytes } from '~/http/ready-bytes';
import { saidOfPage } from '~/http/remix';
import { securityHeaders } from '~/http/security-headers';
import { FLASHES } from '~/routes/flashes';

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  asked: AppLoadContext,
): Response {
  const said = saidOfPage(remixContext, asked);
  // `remix.ts` answers in its place.
  if (!said) return new Response(null, { status });
  // The stream of the loaders' data has no reader here: without it Remix renders the page and nothing beside it.
  const context = { ...remixContext, serverHandoffStream: undefined };
  const html = renderToStaticMarkup(
    <FrameProvider value={frameOf(request, asked, said.faulty, FLASHES)}>
      <RemixServer context={context} url={request.url} />
    </FrameProvider>,
  );
  if (said.framed) headers.set('Content-Security-Policy', policyWith(said.framed, asked));
  return htmlAnswer(withReadyBytes(`<!doctype html>${html}`, asked), asked.acceptEncoding, said.status ?? 200, headers);
}

function policyWith(framed: string, { nonce, config, formTargets }: AppLoadContext): string {
  return securityHeaders(nonce, config.origin, { framed, formTargets })['Content-Security-Policy'] ?? '';
}

export function handleError(error: unknown, { context, request }: { context: AppLoadContext; request: Request }): void {
  // Refusals come here too, as what they are; only what nobody expected is a fault.
  if (error instanceof Error && !request.signal.aborted) context.log('unexpected', error);
}
