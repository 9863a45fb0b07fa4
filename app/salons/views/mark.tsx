import { accentCss } from '~/ui/colour';

/** The accents of the salons on a page, for its nonce'd <style>: what stands under `data-salon` takes them. */
export function accentsOf(salons: readonly { readonly id: string; readonly colorTheme: string }[]): string {
  return salons.map((salon) => accentCss(`[data-salon="${salon.id}"]`, salon.colorTheme)).join('');
}
