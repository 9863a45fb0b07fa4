/** A refusal: for the script a few words, for a reader the same page that the root shows. */
import { renderToStaticMarkup } from 'react-dom/server';
import type { RequestContext } from '~/context';
import { Document } from '~/ui/document';
import { ErrorPage, errorTitle } from '~/ui/error-page';
import { htmlAnswer } from './html-answer';
import { referenceOf } from './reference';

/** @param refused status and headers (Retry-After, Allow) of the answer */
export function errorAnswer(refused: Pick<Response, 'status' | 'headers'>, request: RequestContext): Response {
  const { status } = refused;
  const wait = refused.headers.get('Retry-After');
  const about = { status, reference: referenceOf(request.requestId), retryAfter: wait ? Number(wait) : undefined };
  const view = request.fragment ? (
    <p role="alert">{errorTitle(status)}</p>
  ) : (
    <ErrorDocument about={about} request={request} />
  );
  const headers = new Headers();
  for (const name of ['Retry-After', 'Allow']) {
    const value = refused.headers.get(name);
    if (value) headers.set(name, value);
  }
  const doctype = request.fragment ? '' : '<!doctype html>';
  return htmlAnswer(doctype + renderToStaticMarkup(view), request.acceptEncoding, status, headers);
}

type ErrorDocumentProps = {
  readonly about: { readonly status: number; readonly reference: string; readonly retryAfter?: number };
  readonly request: RequestContext;
};

function ErrorDocument({ about, request }: ErrorDocumentProps) {
  const { viewer, hasDesk, comfort, nonce, assets, config } = request;
  return (
    <Document
      title={errorTitle(about.status)}
      viewer={viewer && { id: viewer.id, name: viewer.name, avatarUrl: viewer.avatarUrl, hasDesk }}
      place={null}
      path="/"
      comfort={comfort}
      unconfirmed={viewer?.confirmed === false}
      nonce={nonce}
      scriptUrl={assets.script}
      stylesUrl={assets.styles}
      origin={config.origin}
      isPrivate
    >
      <ErrorPage {...about} />
    </Document>
  );
}
