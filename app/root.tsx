/** The one frame of every page. */
import { Outlet, useMatches } from '@remix-run/react';
import type { ReactNode } from 'react';
import { viewerCss } from '~/chat/views/viewer-css';
import type { KeptFields } from '~/forms';
import { useFrame } from '~/http/frame';
import { dataOf } from '~/http/page';
import { Document } from '~/ui/document';
import { isPlace, type Place } from '~/urls';

/** What a route says of its page: `export const handle = { … } satisfies PageHandle<typeof loader>`. */
export type PageHandle<Data = unknown> = {
  readonly title: (data: Data) => string;
  readonly description?: (data: Data) => string;
  /** Not for search engines: whoever has the address was given it. */
  readonly isPrivate?: boolean;
  /** It has a message to write: a second link at the top leads past all else. */
  readonly writes?: (data: Data) => boolean;
  /** What of its form is kept while who sent it signed out signs in: for rows that say so. */
  readonly keeps?: KeptFields;
  /** Rules of the page's own, from our functions only. */
  readonly css?: (data: Data) => string;
};

export default function Root() {
  const matches = useMatches();
  const page = matches.at(-1);
  const handle = page?.handle as PageHandle | undefined;
  const data = dataOf(page?.data);
  return (
    <Frame
      place={page && isPlace(page.id) ? page.id : null}
      title={handle?.title(data) ?? 'Aurora50'}
      description={handle?.description?.(data)}
      css={handle?.css?.(data) ?? ''}
      isPrivate={handle?.isPrivate}
      writes={handle?.writes?.(data)}
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
  readonly writes?: boolean;
  readonly children: ReactNode;
};

function Frame({ place, title, description, css, isPrivate, writes, children }: FrameProps) {
  const frame = useFrame();
  return (
    <Document
      title={frame.faulty ? `Erreur : ${title}` : title}
      description={description}
      viewer={frame.viewer}
      place={place}
      path={frame.path}
      comfort={frame.comfort}
      flash={frame.flash}
      unconfirmed={frame.unconfirmed}
      nonce={frame.nonce}
      viewerCss={(frame.viewer ? viewerCss(frame.viewer.id) : '') + css}
      scriptUrl={frame.assets.script}
      stylesUrl={frame.assets.styles}
      origin={frame.origin}
      isPrivate={isPrivate}
      writes={writes}
    >
      {children}
    </Document>
  );
}
