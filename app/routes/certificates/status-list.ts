import { statusList } from '~/certificates/commands';
import { parseListNumber } from '~/certificates/rules';
import { notFound } from '~/errors';
import { credentialAnswer } from '~/http/credential-answer';
import { anyone } from '~/http/route';

export const loader = anyone(async ({ context, params }) => {
  const list = parseListNumber(params.liste);
  if (!list) throw notFound();
  return credentialAnswer(await statusList(context, list));
});
