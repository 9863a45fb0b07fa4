import { renewCertificate } from '~/certificates/commands';
import { parseCertificateId } from '~/certificates/rules';
import { notFound } from '~/errors';
import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import { href } from '~/urls';

export const action = membersPost(async ({ context, viewer, params }) => {
  const id = parseCertificateId(params.attestation);
  if (!id) throw notFound();
  const attestation = await renewCertificate(context, viewer, id);
  return seeOther(href('certificate', { attestation }));
});
