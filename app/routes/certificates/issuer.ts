import { issuer } from '~/certificates/commands';
import { credentialAnswer } from '~/certificates/credential-answer';
import { file } from '~/http/answer';
import { anyone } from '~/http/route';

export const loader = anyone(async ({ context }) => file(credentialAnswer(await issuer(context), 'application/json')));
