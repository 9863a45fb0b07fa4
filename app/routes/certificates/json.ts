import { credentialAnswer } from '~/certificates/credential-answer';
import { file } from '~/http/answer';
import { anyone } from '~/http/route';
import { loadCertificate, loadCredential } from '~/routes/certificates/load-certificate';

/** For a link: whoever can set `Accept` asks the page itself. */
export const loader = anyone(async ({ context, viewer, params }) => {
  const certificate = await loadCertificate(context, viewer, params.attestation);
  const credential = await loadCredential(context, certificate);
  return file(credentialAnswer(credential, 'application/json', `attestation-${certificate.courseSlug}.json`));
});
