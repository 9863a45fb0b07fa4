import { anchors } from '~/client/protocol';
import type { Size, Theme } from '~/ui/comfort';
import { href } from '~/urls';

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
<ol id="${anchors.thread}" class="fil">
`;
}

/**
 * Who is here, again whenever it changes: each line lies over the one before it, above the conversation, and the sheet
 * takes the older ones away where a sheet can (`:has`).
 * @param html `Presence` as the stream sends it; its ids, and the count at its end, are for a page that replaces elements
 */
export function presentLine(html: string): string {
  return `<li class="ici">${html.replace(` id="${anchors.present}"`, '').split(`<p id="${anchors.here}"`)[0]}</li>\n`;
}

/**
 * N05: a picture that is not there. The browser asks for it when the line comes, and says by that, without a script, that
 * it is there. Each has an address of its own: the same one twice would be asked for once.
 */
export function signLine(salonId: string, count: number): string {
  return `<li hidden><img src="${href('salonLive', { salon: salonId }, { vie: count })}" alt=""></li>\n`;
}

/** Why the document ends after all. */
export type LiveFrameEnding = 'reset' | 'pause' | 'member' | 'session';

/** The last words of the document, and the way on where there is one. */
export function liveFrameEnd(why: LiveFrameEnding, salonId: string): string {
  return `</ol><p class="fin-direct">${LAST_WORDS[why](salonId)}</p></main></body></html>`;
}

const LAST_WORDS: Readonly<Record<LiveFrameEnding, (salonId: string) => string>> = {
  reset: (salon) =>
    `Beaucoup de messages sont arrivés. <a href="${href('salonLive', { salon })}" target="_self">Recharger la conversation</a>`,
  pause: (salon) =>
    `La conversation en direct s’est interrompue. <a href="${href('salonLive', { salon })}" target="_self">La reprendre</a>`,
  member: () => 'Vous n’êtes plus dans ce salon.',
  session: (salon) =>
    `Votre session est terminée. <a href="${href('signIn', {}, { retour: href('salon', { salon }) })}">Me reconnecter</a>`,
};
