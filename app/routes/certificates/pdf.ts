import { pdfPaper } from '~/certificates/papers';
import { anyone } from '~/http/route';
import { loadCertificate, loadCredential, paperAnswer } from '~/routes/certificates/load-certificate';

export const loader = anyone(async ({ context, viewer, params }) => {
  const facts = await loadCertificate(context, viewer, params.attestation);
  const credential = await loadCredential(context, facts);
  return paperAnswer(await pdfPaper({ facts, credential, origin: context.config.origin }));
});
