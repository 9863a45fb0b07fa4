/** A page as HTML. No hydration data is ever sent: what the loaders gave stays on the server. */
import type { AppLoadContext } from '@remix-run/node';
import { renderToStaticMarkup } from 'react-dom/server';
import { FrameProvider, frameOf } from '~/http/frame';
import { htmlAnswer, keptAnswer } from '~/http/html-answer';
import { keptPage } from '~/http/kept-pages';
import { partsOf, piecesOf, wholePage } from '~/http/late-parts';
import { PageProvider, type Shown } from '~/http/page';
import { securityHeaders } from '~/http/security-headers';
import Root, { type PageHandle } from '~/root';
import { FLASHES } from '~/routes/flashes';

export default function showPage(request: Request, asked: AppLoadContext, shown: Shown): Response {
  const { loaded, sent, place, view: View } = shown;
  const status = loaded.status ?? sent?.status ?? 200;
  // A form came back with its errors, or was sent too often.
  const faulty = status === 422 || (sent !== null && status === 429);
  const frame = frameOf(request, asked, faulty, FLASHES);
  const html = () =>
    `<!doctype html>${renderToStaticMarkup(
      <FrameProvider value={frame}>
        <PageProvider value={shown}>
          <Root>
            <View />
          </Root>
        </PageProvider>
      </FrameProvider>,
    )}`;
  const isPure = (shown.handle as PageHandle | undefined)?.isPure === true;
  const headers = new Headers();
  const framed = loaded.framed ?? sent?.framed;
  if (framed) headers.set('Content-Security-Policy', policyWith(framed, asked));
  const retryAfter = loaded.retryAfter ?? sent?.retryAfter;
  if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter));
  const { acceptEncoding } = asked;
  if (!isPure || !place || sent)
    return htmlAnswer(wholePage(partsOf(piecesOf(html()), asked)), acceptEncoding, status, headers);
  const kept = keptPage(place, frame, loaded.data, html);
  return keptAnswer(partsOf(kept, asked), acceptEncoding, status, headers);
}

function policyWith(framed: string, { nonce, config, formTargets }: AppLoadContext): string {
  return securityHeaders(nonce, config.origin, { framed, formTargets })['Content-Security-Policy'] ?? '';
}
