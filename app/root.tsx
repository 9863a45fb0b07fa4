/** The one frame of every page. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useMatches, useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { viewerCss } from '~/chat/views/viewer-css';
import { canWrite } from '~/courses/authoring/rules';
import { comfortOf } from '~/http/comfort-cookie';
import { flashOf } from '~/http/flash';
import { pageOf } from '~/http/page';
import { Document } from '~/ui/document';
import type { Place } from '~/urls';

/** What a route says of its page: `export const handle = { … } satisfies PageHandle<typeof loader>`. */
export type PageHandle<Data = unknown> = {
  readonly title: (data: Data) => string;
  readonly description?: (data: Data) => string;
  /** Not for search engines: whoever has the address was given it. */
  readonly isPrivate?: boolean;
  /** Rules of the page's own, from our functions only. */
  readonly css?: (data: Data) => string;
};

export function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, nonce, assets, config, requestId, faulty } = context;
  const url = new URL(request.url);
  return {
    viewer: viewer && { id: viewer.id, name: viewer.name, avatarUrl: null, hasDesk: canWrite(viewer.appRole) },
    comfort: comfortOf(request, viewer),
    flash: flashOf(url),
    unconfirmed: viewer?.confirmed === false,
    path: url.pathname + url.search,
    nonce,
    assets,
    origin: config.origin,
    requestId,
    faulty,
  };
}

export default function Root() {
  const matches = useMatches();
  const page = matches.at(-1);
  const handle = page?.handle as PageHandle | undefined;
  const data = pageOf(page?.data);
  return (
    <Frame
      place={(page?.id as Place) ?? null}
      title={handle?.title(data) ?? 'Aurora50'}
      description={handle?.description?.(data)}
      css={handle?.css?.(data) ?? ''}
      isPrivate={handle?.isPrivate}
    >
      <Outlet />
    </Frame>
  );
}

/** What a route could not do is said outside of Remix, in one place for every refusal (`http/error-answer.tsx`). */
export function ErrorBoundary() {
  return null;
}

type FrameProps = {
  readonly place: Place | null;
  readonly title: string;
  readonly description?: string;
  readonly css: string;
  readonly isPrivate?: boolean;
  readonly children: ReactNode;
};

function Frame({ place, title, description, css, isPrivate, children }: FrameProps) {
  const root = useRouteLoaderData<typeof loader>('root');
  if (!root) throw new Error('the root loader always answers');
  return (
    <Document
      title={root.faulty ? `Erreur : ${title}` : title}
      description={description}
      viewer={root.viewer}
      place={place}
      path={root.path}
      comfort={root.comfort}
      flash={root.flash}
      unconfirmed={root.unconfirmed}
      nonce={root.nonce}
      viewerCss={(root.viewer ? viewerCss(root.viewer.id) : '') + css}
      scriptUrl={root.assets.script}
      stylesUrl={root.assets.styles}
      origin={root.origin}
      isPrivate={isPrivate}
    >
      {children}
    </Document>
  );
}
