/** The wide picture of a profile, four times as wide as high (D04). */
import { FRAMES } from '../rules/picture';

const { widths, ratio } = FRAMES.covers;
const [narrow = 0, wide = 0] = widths;

/** @param address without a width, as the profile keeps it; a drawing of ours has one size */
export function Cover({ address }: { readonly address: string }) {
  const stored = address.startsWith('/fichiers/');
  return (
    <img
      className="couverture"
      src={stored ? `${address}-${narrow}` : address}
      srcSet={stored ? `${address}-${narrow} ${narrow}w, ${address}-${wide} ${wide}w` : undefined}
      sizes={stored ? '(min-width: 46rem) 44rem, 100vw' : undefined}
      width={narrow}
      height={narrow / ratio}
      alt=""
      decoding="async"
    />
  );
}
