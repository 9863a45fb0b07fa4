import { saying } from '~/client/protocol';

const UUID = /^[0-9a-f-]{36}$/i;

/**
 * The only thing that differs between two readers of the same messages: which are mine, told by side and by word,
 * and what only their author may press. For the page's nonce'd <style>; what the properties do stands in `message.css`.
 */
export function viewerCss(viewerId: string): string {
  if (!UUID.test(viewerId)) return '';
  const mine = saying('auteur', viewerId);
  return [
    // A quarter of an hour after it came to this page a message can no longer be corrected (R14): `trop-tard`.
    `${mine}{--sens:row-reverse;--fond-bulle:var(--mien);--nom:none;--vous:"Vous";--pastille:none;--large:var(--large-mien,11rem);--autrui:none;--moi:flex;--modifier:block;animation:trop-tard 0s 900s forwards}`,
    `[data-p="${viewerId}"]::after{content:" (vous)"}`,
    // Not named any more, among « 12 de plus ».
    `[data-par~="${viewerId}"]::after{content:", dont vous"}`,
    // Apart: a browser that does not know `:has` passes over the whole rule.
    `[data-par~="${viewerId}"]{border-color:currentColor}`,
    `[data-r]:has([data-p="${viewerId}"]){border-color:currentColor}`,
  ].join('');
}

/**
 * R14: which of the viewer's messages on a page were too old to be corrected when it was made.
 * @param last the id of the youngest message that was; those before it are older
 * @param elementOf how that page names its element
 */
export function lateCss(viewerId: string, last: number | null, elementOf: (id: number) => string): string {
  if (last === null || !UUID.test(viewerId)) return '';
  return `[data-auteur="${viewerId}"]:not(${elementOf(last)}~*){--corriger:none;--modifier:none;--supprimer:block}`;
}
