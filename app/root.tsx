/** The one frame of every page. */
import type { ReactNode } from 'react';
import { viewerCss } from '~/chat/views/viewer-css';
import type { KeptFields } from '~/forms';
import { useFrame } from '~/http/frame';
import { usePage } from '~/http/page';
import { Document } from '~/ui/document';
import type { Place } from '~/urls';

/** What a route says of its page: `export const handle = { … } satisfies PageHandle<typeof loader>`. */
export type PageHandle<Data = unknown> = {
  readonly title: (data: Data) => string;
  readonly description?: (data: Data) => string;
  /** The path of a picture of its own for those who share it; else the site's. */
  readonly picture?: (data: Data) => string | undefined;
  /** Not for search engines: whoever has the address was given it. */
  readonly isPrivate?: boolean;
  /** It has a message to write: a second link at the top leads past all else. */
  readonly writes?: (data: Data) => boolean;
  /** What of its form is kept while who sent it signed out signs in: for rows that say so. */
  readonly keeps?: KeptFields;
  /** Its view shows its data, all of it plain, and nothing else, no clock either: rendered once for the same data. */
  readonly isPure?: true;
  /** Rules of the page's own, from our functions only. */
  readonly css?: (data: Data) => string;
};

export default function Root({ children }: { readonly children: ReactNode }) {
  const { place, loaded, handle: said } = usePage();
  const handle = said as PageHandle | undefined;
  const { data } = loaded;
  return (
    <Frame
      place={place}
      title={handle?.title(data) ?? 'Aurora50'}
      description={handle?.description?.(data)}
      picture={handle?.picture?.(data)}
      css={handle?.css?.(data) ?? ''}
      isPrivate={handle?.isPrivate}
      writes={handle?.writes?.(data)}
    >
      {children}
    </Frame>
  );
}

type FrameProps = {
  readonly place: Place | null;
  readonly title: string;
  readonly description?: string;
  readonly picture?: string;
  readonly css: string;
  readonly isPrivate?: boolean;
  readonly writes?: boolean;
  readonly children: ReactNode;
};

function Frame({ place, title, description, picture, css, isPrivate, writes, children }: FrameProps) {
  const frame = useFrame();
  return (
    <Document
      title={frame.faulty ? `Erreur : ${title}` : title}
      description={description}
      picture={picture}
      viewer={frame.viewer}
      place={place}
      path={frame.path}
      comfort={frame.comfort}
      flash={frame.flash}
      unconfirmed={frame.unconfirmed}
      lateUntil={frame.lateUntil}
      nonce={frame.nonce}
      viewerCss={(frame.viewer ? viewerCss(frame.viewer.id) : '') + css}
      scriptUrl={frame.assets.script}
      stylesUrl={frame.assets.styles}
      origin={frame.origin}
      environment={frame.environment}
      isPrivate={isPrivate}
      writes={writes}
    >
      {children}
    </Document>
  );
}
