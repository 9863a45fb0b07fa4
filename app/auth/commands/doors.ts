import type { Database } from '~/db';
import type { Limits } from '~/http/rate-limit';
import type { Sessions } from '../sessions';

/** What the verbs of the doors work with. */
export type Doors = { readonly database: Database; readonly sessions: Sessions; readonly limits: Limits };
