import { accentCss } from '~/ui/colour';

type AccentStyleProps = { readonly nonce: string; readonly selector: string; readonly color: string };

/** A salon's colour as one rule. Its place is the <head>; where the page has a `viewerCss`, add `accentCss` to that instead. */
export function AccentStyle({ nonce, selector, color }: AccentStyleProps) {
  return <style nonce={nonce} dangerouslySetInnerHTML={{ __html: accentCss(selector, color) }} />;
}
