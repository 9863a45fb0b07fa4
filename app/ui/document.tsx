import type { ReactNode } from 'react';
import { environmentMark } from '~/ui/environment';
import { isRoom } from '~/ui/header';
import { Layout, type LayoutProps } from '~/ui/layout';

export type DocumentProps = Omit<LayoutProps, 'children' | 'address'> & {
  /** Without the name of the site, which is added: « Jardin au balcon · Salon ». */
  readonly title: string;
  readonly description?: string;
  /** The path of what is shown where its address is shared. */
  readonly picture?: string;
  readonly nonce: string;
  /** The page's own rules: the viewer's marks, the salons' accents. Never anything typed by a member. */
  readonly viewerCss?: string;
  readonly scriptUrl: string;
  readonly stylesUrl: string;
  /** For pages that a search engine must not keep: share links, errors. */
  readonly isPrivate?: boolean;
  /** The public address, without a slash at its end; social networks ask for whole addresses. */
  readonly origin?: string;
  readonly children: ReactNode;
};

/** What is only for readers without scripts, and what only a script can do. Kept here because a <style> may stand in the head alone. */
const NO_SCRIPT_CSS =
  '.sans-script{display:revert!important}.avec-script{display:none!important}noscript{display:contents}';

/** The one <html> of the site. */
export function Document(props: DocumentProps) {
  const { viewer, place, path, comfort, flash, unconfirmed, lateUntil, origin, environment, writes, children } = props;
  const address = origin && origin + path;
  return (
    <html lang="fr" data-taille={comfort.taille} data-theme={comfort.theme ?? undefined}>
      <Head {...props} />
      <body className={isRoom(place) ? 'salle' : undefined}>
        <Layout
          viewer={viewer}
          place={place}
          path={path}
          comfort={comfort}
          flash={flash}
          unconfirmed={unconfirmed}
          lateUntil={lateUntil}
          address={address}
          environment={environment}
          writes={writes}
        >
          {children}
        </Layout>
      </body>
    </html>
  );
}

function Head({
  title,
  description,
  picture = '/og.png',
  nonce,
  viewerCss,
  scriptUrl,
  stylesUrl,
  origin,
  isPrivate,
  comfort,
  environment,
}: DocumentProps) {
  const whole = `${environmentMark(environment)}${title} · Aurora50`;
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
      <title>{whole}</title>
      {description && <meta name="description" content={description} />}
      {(isPrivate || environment === 'staging') && <meta name="robots" content="noindex" />}
      <ThemeColours theme={comfort.theme} />
      <link rel="icon" href="/favicon.ico" sizes="32x32" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/icon-180.png" />
      <link rel="manifest" href="/manifest.webmanifest" />
      <meta property="og:title" content={whole} />
      <meta property="og:locale" content="fr_FR" />
      <meta property="og:site_name" content="Aurora50" />
      {description && <meta property="og:description" content={description} />}
      {origin && <meta property="og:image" content={origin + picture} />}
      <link rel="stylesheet" href={stylesUrl} />
      {viewerCss && <style nonce={nonce} dangerouslySetInnerHTML={{ __html: viewerCss }} />}
      <noscript>
        <style nonce={nonce} dangerouslySetInnerHTML={{ __html: NO_SCRIPT_CSS }} />
      </noscript>
      <script type="module" src={scriptUrl} />
    </head>
  );
}

/** The colour of the browser's own bar: the paper of the theme. */
function ThemeColours({ theme }: { readonly theme: DocumentProps['comfort']['theme'] }) {
  if (theme) return <meta name="theme-color" content={PAPER[theme]} />;
  return (
    <>
      <meta name="theme-color" content={PAPER.clair} media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content={PAPER.sombre} media="(prefers-color-scheme: dark)" />
    </>
  );
}

const PAPER = { clair: '#fcfaf5', sombre: '#1c1722', contraste: '#000000' } as const;
