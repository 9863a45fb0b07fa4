/** What the next page says after an action: the sentences of every domain, in one table. */
import { flashes as admin } from '~/admin/rules';
import { flashes as auth } from '~/auth/rules/flashes';
import { flashes as billing } from '~/billing/rules/forms';
import { flashes as authoring } from '~/courses/authoring/rules/flashes';
import { flashes as courses } from '~/courses/rules/flashes';
import { flashes as files } from '~/files/rules/flashes';
import { FLASH } from '~/http/flash';
import { flashes as choices } from '~/mailer/choices/rules';
import { flashes as mailer } from '~/mailer/rules';
import { flashes as members } from '~/members/rules/settings';
import { flashes as ideas } from '~/members/rules/suggestions';
import { flashes as moderation } from '~/moderation/rules';
import { flashes as notices } from '~/notices/rules';
import { flashes as operating } from '~/operating/rules/flashes';
import { flashes as play } from '~/play/rules/flashes';
import { flashes as presence } from '~/presence/rules';
import { flashes as consents } from '~/privacy/rules/consents';
import { flashes as erasure } from '~/privacy/rules/erasure';
import { flashes as copies } from '~/privacy/rules/export';
import { flashes as salons } from '~/salons/rules';
import { flashes as bells } from '~/salons/rules/bell';
import { flashes as invitations } from '~/salons/rules/invitations';
import { flashes as keeping } from '~/salons/rules/keeping';
import { flashes as order } from '~/salons/rules/order';
import { flashes as requests } from '~/salons/rules/requests';

export const FLASHES = {
  ...auth,
  ...members,
  ...ideas,
  ...moderation,
  ...notices,
  ...files,
  ...salons,
  ...bells,
  ...order,
  ...keeping,
  ...invitations,
  ...requests,
  ...presence,
  ...play,
  ...billing,
  ...courses,
  ...authoring,
  ...choices,
  ...mailer,
  ...admin,
  ...consents,
  ...erasure,
  ...copies,
  ...operating,
} as const;
export type FlashName = keyof typeof FLASHES;

/** For the query of the address to which an action leads: `href('salon', { salon }, said('rejoint'))`. */
export const said = (name: FlashName | undefined) => ({ [FLASH]: name });
