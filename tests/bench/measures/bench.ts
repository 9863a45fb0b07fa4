/** What every measurement is given. */
import type { BenchHouse } from '../house';
import type { Served } from '../server';

export type Bench = {
  readonly house: BenchHouse;
  /** Where the build lies. */
  readonly build: string;
  readonly server: Served;
  readonly floor: Served;
  /** Smaller and shorter, to see that all is well; no figures to keep. */
  readonly quick: boolean;
};
