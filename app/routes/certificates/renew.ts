import { redirect } from '@remix-run/node';
import { renewCertificate } from '~/certificates/commands';
import { parseCertificateId } from '~/certificates/rules';
import { notFound } from '~/errors';
import { membersPost } from '~/http/route';
import { href } from '~/urls';

export const action = membersPost(async ({ context, viewer, params }) => {
  const id = parseCertificateId(params.attestation);
  if (!id) throw notFound();
  const attestation = await renewCertificate(context, viewer, id);
  return redirect(href('certificate', { attestation }), 303);
});
