import { revokeCertificate } from '~/certificates/commands';
import { parseRevocation } from '~/certificates/rules';
import { RevocationPage } from '~/certificates/views/revocation';
import { notFound } from '~/errors';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { loadCertificate } from '~/routes/certificates/load-certificate';
import { href } from '~/urls';

export const loader = members(async ({ context, viewer, params }) => {
  const certificate = await loadCertificate(context, viewer, params.attestation);
  if (certificate.revokedAt) throw notFound();
  return { certificate };
});

export const action = membersPost(async ({ context, viewer, params, form }) => {
  const { id } = await loadCertificate(context, viewer, params.attestation);
  const reason = parseRevocation(form);
  if (!reason) return page({ errors: { motif: 'Dites pourquoi cette attestation est retirée.' } }, 422);
  await revokeCertificate(context, viewer, id, reason);
  return seeOther(href('certificate', { attestation: id }));
});

export const handle = { title: () => 'Retirer une attestation' } satisfies PageHandle;

export default function RevokeCertificateRoute() {
  const refused = useActionData<typeof action>();
  return <RevocationPage {...useLoaderData<typeof loader>()} errors={refused?.errors ?? {}} />;
}
