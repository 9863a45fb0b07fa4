import { renderSVG } from 'uqr';
import { isGenuine } from '~/certificates/commands';
import { CREDENTIAL_TYPES, credentialAnswer, preferred } from '~/certificates/credential-answer';
import type { Certificate } from '~/certificates/rules';
import { CertificatePage } from '~/certificates/views/page';
import { file } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { anyone } from '~/http/route';
import type { PageHandle } from '~/root';
import { loadCertificate, loadCredential } from '~/routes/certificates/load-certificate';
import { ofBefore } from '~/ui/format';
import { href } from '~/urls';

export const loader = anyone(async ({ context, viewer, params, request }) => {
  const certificate = await loadCertificate(context, viewer, params.attestation);
  const address = context.config.origin + href('certificate', { attestation: certificate.id });
  const type = preferred(request.headers.get('accept'), ['text/html', ...CREDENTIAL_TYPES]) ?? 'text/html';
  if (type !== 'text/html') {
    const document = credentialAnswer(await loadCredential(context, certificate), type);
    document.headers.set('Vary', 'Accept');
    return file(document);
  }
  const genuine =
    !certificate.revokedAt && (await isGenuine(context, certificate, await loadCredential(context, certificate)));
  return { certificate, address, qrSvg: qrFor(address), mayRevoke: viewer?.appRole === 'admin', genuine };
});

/** The same address gives a page to a person and a document to a program. */
export const headers = () => ({ Vary: 'Accept' });

const qrFor = (address: string) => renderSVG(address, { border: 2, ecc: 'M' });

type Data = { readonly certificate: Certificate };

export const handle = {
  title: ({ certificate: { revokedAt, memberName, courseTitle } }) =>
    revokedAt ? 'Attestation retirée' : `Attestation ${ofBefore(memberName)}${memberName} · ${courseTitle}`,
  isPrivate: true,
} satisfies PageHandle<Data>;

export default function CertificateRoute() {
  return <CertificatePage {...useLoaderData<typeof loader>()} />;
}
