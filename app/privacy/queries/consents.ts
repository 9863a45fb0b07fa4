/** What a member has agreed to. In her own transaction. */
import type { Tx } from '~/db';
import type { Consents } from '../../../db/schema';

export type Consent = Readonly<Pick<Consents, 'purpose' | 'version' | 'givenAt' | 'withdrawnAt'>>;

/** The newest first; also those that she has withdrawn. */
export function consentsOf(tx: Tx, viewerId: string): Promise<Consent[]> {
  return tx<Consent[]>`
    select purpose, version, given_at, withdrawn_at
    from consents
    where user_id = ${viewerId}
    order by given_at desc, purpose`;
}
