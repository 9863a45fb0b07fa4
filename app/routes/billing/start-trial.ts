import { startTrial } from '~/billing/commands/trial';
import { AppError } from '~/errors';
import { membersPost } from '~/http/route';
import { backSaying } from '~/routes/billing/payment';
import type { FlashName } from '~/routes/flashes';

/** G16. */
export const action = membersPost(async ({ context, viewer }) => {
  try {
    await startTrial(context, viewer, context.config.trialDays);
    return backSaying('essai-commence');
  } catch (error) {
    const words = error instanceof AppError ? SAID[error.detail] : undefined;
    if (!words) throw error;
    return backSaying(words);
  }
});

const SAID: Readonly<Record<string, FlashName>> = { trial_used: 'essai-deja', unconfirmed: 'essai-confirmer' };
