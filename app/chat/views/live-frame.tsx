import type { Size, Theme } from '~/ui/comfort';

export type LiveFrameHeadProps = {
  readonly nonce: string;
  readonly stylesUrl: string;
  readonly theme: Theme | null;
  readonly size: Size;
  /** `viewerCss(viewerId)`: letters of a UUID and our own rules. */
  readonly css: string;
};

/**
 * U01: the beginning of a document that never ends. Whoever writes the stream adds <li>s for as long as it lasts;
 * the frame scrolls from its end, so the newest stays in view without a script. Nothing here is typed by a member.
 * `<base target>` makes links and forms open in the page around the frame.
 */
export function liveFrameHead({ nonce, stylesUrl, theme, size, css }: LiveFrameHeadProps): string {
  const colours = theme ? ` data-theme="${theme}"` : '';
  return `<!doctype html>
<html lang="fr" data-taille="${size}"${colours}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Conversation en direct · Aurora50</title>
<base target="_top">
<link rel="stylesheet" href="${stylesUrl}">
<style nonce="${nonce}">${css}</style>
</head>
<body class="flux-direct">
<main class="fil-cadre">
<h1 class="hors-vue">Conversation en direct</h1>
<ol id="fil" class="fil">
`;
}
