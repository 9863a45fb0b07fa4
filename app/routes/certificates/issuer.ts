import { issuer } from '~/certificates/commands';
import { credentialAnswer } from '~/certificates/credential-answer';
import { anyone } from '~/http/route';

export const loader = anyone(async ({ context }) => credentialAnswer(await issuer(context), 'application/json'));
