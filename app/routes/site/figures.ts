/** Figures of the rules, as the pages about the site say them. Those pages stand below the domains and know no rule. */
import { LETTER_MAILBOX } from '~/auth/rules/limits';
import { GRACE_DAYS, WITHDRAWAL_DAYS } from '~/billing/rules/leaving';
import { type Plans, planWords } from '~/billing/rules/plans';
import { EDIT_MINUTES } from '~/chat/rules';
import { plural } from '~/ui/format';
import type { Figures } from '~/ui/site/text-page';

export const figuresFor = (plans: Plans): Figures => ({
  plans: {
    ...planWords(plans),
    withdrawal: plural(WITHDRAWAL_DAYS, 'jour', 'jours'),
    grace: plural(GRACE_DAYS, 'jour', 'jours'),
  },
  editing: plural(EDIT_MINUTES, 'minute', 'minutes'),
  lettersPerHour: plural(LETTER_MAILBOX.points, 'courriel', 'courriels'),
});
