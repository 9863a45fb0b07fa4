import { saying } from '~/client/protocol';

const UUID = /^[0-9a-f-]{36}$/i;

/**
 * The only thing that differs between two readers of the same messages: which are mine, told by side and by word,
 * and what only their author may press. For the page's nonce'd <style>.
 */
export function viewerCss(viewerId: string): string {
  if (!UUID.test(viewerId)) return '';
  const mine = saying('auteur', viewerId);
  return [
    // A quarter of an hour after it came to this page a message can no longer be corrected (R14): `trop-tard`.
    `${mine}{--sens:row-reverse;--fond-bulle:var(--mien);--pastille:none;--large:var(--large-mien,11rem);animation:trop-tard 0s 900s forwards}`,
    `${mine} .vous{display:inline}`,
    `${mine} .qui>:is(a,b){display:none}`,
    `${mine} .auteur-seul{display:contents}`,
    `${mine} .a-autrui,${mine} [data-repondre],${mine} .actions form{display:none}`,
    `${mine} .a-moi{display:var(--corriger,inline)}`,
    `${mine} .a-moi-tard{display:var(--tard,none)}`,
    `[data-par~="${viewerId}"]{border-color:currentColor}`,
    `[data-p="${viewerId}"]::after{content:" (vous)"}`,
    `[data-par~="${viewerId}"]:not(:has([data-p="${viewerId}"]))::after{content:", dont vous"}`,
  ].join('');
}

/**
 * R14: which of the viewer's messages on a page were too old to be corrected when it was made.
 * @param last the id of the youngest message that was; those before it are older
 * @param elementOf how that page names its element
 */
export function lateCss(viewerId: string, last: number | null, elementOf: (id: number) => string): string {
  if (last === null || !UUID.test(viewerId)) return '';
  return `[data-auteur="${viewerId}"]:not(${elementOf(last)}~*){--corriger:none;--tard:inline}`;
}
