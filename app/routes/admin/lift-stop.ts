import { liftStop } from '~/admin/commands';
import { email } from '~/auth/rules/email';
import { AppError } from '~/errors';
import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const action = membersPost(async ({ context, viewer, form }) => {
  const parsed = email.safeParse(form.courriel);
  if (!parsed.success) throw new AppError('invalid', 'email');
  const lifted = await liftStop(context.database, viewer, parsed.data);
  return seeOther(href('adminMail', {}, { courriel: parsed.data, ...(lifted && said('reprise')) }));
});
