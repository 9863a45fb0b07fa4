import { credentialAnswer } from '~/certificates/credential-answer';
import { file } from '~/http/answer';
import { anyone } from '~/http/route';
import { loadReceipt } from './load-receipt';

export const loader = anyone(async ({ context, params }) => {
  const { receipt, reference } = await loadReceipt(context, params.recu);
  return file(credentialAnswer(receipt, 'application/json', `recu-${reference}.json`));
});
