import type { ReactNode } from 'react';
import { Dawn } from '~/ui/dawn';

type ThresholdProps = {
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** What may stand under the picture: of use, but not what one came for. */
  readonly beside?: ReactNode;
};

/** The pages of signing in: a form, and the site's picture beside it. On a telephone the light is a band above. */
export function Threshold({ title, children, beside }: ThresholdProps) {
  return (
    <div className="seuil">
      <div className="etroit">
        <h1>{title}</h1>
        {children}
      </div>
      <Dawn view="haute" />
      {beside && <div className="seuil-cote">{beside}</div>}
    </div>
  );
}
