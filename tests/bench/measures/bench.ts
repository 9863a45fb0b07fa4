/** What every measurement is given. */

import type { Served } from '../server';
import type { BenchHouse } from '../site';

export type Bench = {
  readonly site: BenchHouse;
  /** Where the build lies. */
  readonly build: string;
  readonly server: Served;
  readonly floor: Served;
  /** Smaller and shorter, to see that all is well; no figures to keep. */
  readonly quick: boolean;
};
