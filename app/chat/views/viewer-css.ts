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
    `${mine}{--sens:row-reverse;--fond-bulle:var(--mien)}`,
    `${mine} .vous{display:inline}`,
    `${mine} .auteur-seul{display:contents}`,
    `[data-par~="${viewerId}"]{border-color:currentColor}`,
    `[data-par~="${viewerId}"]::after{content:" · avec vous"}`,
  ].join('');
}
