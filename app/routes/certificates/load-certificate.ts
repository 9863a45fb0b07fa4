import type { AppLoadContext } from '@remix-run/node';
import type { Viewer } from '~/auth/rules/viewer';
import { sealed } from '~/certificates/commands';
import type { Paper } from '~/certificates/papers';
import { certificateBehind } from '~/certificates/queries';
import { type Certificate, type Credential, parseCertificateId } from '~/certificates/rules';
import { notFound } from '~/errors';
import { type File, file } from '~/http/answer';

/** @throws AppError not_found for rubbish, for what never was, and for what went with its member (P02) */
export async function loadCertificate(
  { database }: AppLoadContext,
  viewer: Viewer | null,
  address: string | undefined,
): Promise<Certificate> {
  const id = parseCertificateId(address);
  const found = id && (await database.asViewer(viewer?.id ?? null, (tx) => certificateBehind(tx, id)));
  if (!found) throw notFound();
  return found;
}

/** The credential of one that stands, signed now if nobody has looked before. @throws AppError not_found when revoked */
export async function loadCredential(context: AppLoadContext, certificate: Certificate): Promise<Credential> {
  if (certificate.revokedAt) throw notFound();
  const { credential, keep } = await sealed(context, certificate);
  if (keep) context.afterAnswer(keep);
  return credential;
}

/** To be shown, by our own page too; kept under a name of its own. */
export function paperAnswer({ type, body, file: name }: Paper): File {
  const headers = { 'Content-Type': type, 'Content-Disposition': `inline; filename="${name}"` };
  return file(new Response(typeof body === 'string' ? body : new Uint8Array(body), { headers }));
}
