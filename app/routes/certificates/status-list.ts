import { statusList } from '~/certificates/commands';
import { credentialAnswer } from '~/certificates/credential-answer';
import { parseListNumber } from '~/certificates/rules';
import { notFound } from '~/errors';
import { file } from '~/http/answer';
import { anyone } from '~/http/route';

export const loader = anyone(async ({ context, params }) => {
  const list = parseListNumber(params.liste);
  if (!list) throw notFound();
  return file(credentialAnswer(await statusList(context, list)));
});
