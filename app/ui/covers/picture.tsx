import { HEIGHT, WIDTH } from '~/ui/covers/light';
import { coverFile } from '~/urls';

type CoverProps = {
  /** 1 to 7. */
  readonly pillar: number;
  /** Below the first screen: loaded when the reader comes near. */
  readonly isLater?: boolean;
};

/** Beside a title that says it in words: nothing to be read out. Its place is kept before it comes. */
export function Cover({ pillar, isLater = false }: CoverProps) {
  return (
    <img
      className="couverture"
      src={coverFile(pillar, 'svg')}
      width={WIDTH}
      height={HEIGHT}
      alt=""
      loading={isLater ? 'lazy' : undefined}
    />
  );
}
