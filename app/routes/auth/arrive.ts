/** Where a new account arrives: an invitation that led to sign-up leads on into its salon, without another page. */

import type { Entered } from '~/auth/commands/use-letter';
import { isLinkSecret } from '~/auth/secrets';
import type { RequestContext } from '~/context';
import { AppError } from '~/errors';
import { insideOf } from '~/routes/salons/refusals';
import { type Entry, joinByCode } from '~/salons/commands';
import { joinByInvitation } from '~/salons/commands/invitations';
import { paramsOf, placeOf } from '~/urls';
import { landing } from './landing';

/** Whoever came through « Créer un compte et entrer » has pressed once; where nothing opens, that page says so. */
export async function arrive(context: RequestContext, entered: Entered): Promise<string> {
  const entry = entered.first && !entered.voided ? await joinedOnTheWay(context, entered) : null;
  return entry ? insideOf(entry) : landing(entered);
}

async function joinedOnTheWay(context: RequestContext, { back, userId }: Entered): Promise<Entry | null> {
  const place = placeOf(back);
  try {
    if (place === 'shareLink') return await joinByCode(context, userId, paramsOf(place, back).code, context.ip);
    const jeton = place === 'invitation' ? paramsOf(place, back).jeton : null;
    return isLinkSecret(jeton) ? await joinByInvitation(context, userId, jeton) : null;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
