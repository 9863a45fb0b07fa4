/** The films there are. */
import { arnaque } from './arnaque';
import { cuisiner } from './cuisiner';
import { ecranLisible } from './ecran-lisible';
import type { Film } from './film';
import { seLever } from './se-lever';

export const FILMS: readonly Film[] = [seLever, ecranLisible, arnaque, cuisiner];
