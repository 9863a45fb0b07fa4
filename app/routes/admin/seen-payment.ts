import { markSeen } from '~/admin/payments';
import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const action = membersPost(async ({ context, form }) => {
  const finding = typeof form.constat === 'string' && /^\d{1,15}$/.test(form.constat) ? Number(form.constat) : null;
  const event = typeof form.evenement === 'string' ? form.evenement.replaceAll('\0', '').slice(0, 255) : null;
  await markSeen(context.database, { finding, event });
  return seeOther(href('payments', {}, said('constat-vu')));
});
