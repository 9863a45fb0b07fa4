/** A certificate to keep: as a sheet to print, and as pictures that carry the credential. */
import type { Credential, Facts } from '~/certificates/rules';
import { href } from '~/urls';

export type Paper = { readonly type: string; readonly body: string | Buffer; readonly file: string };
type Asked = { readonly facts: Facts; readonly credential: Credential; readonly origin: string };

/** Opened at the first use: letters, pictures and sheets are heavy, and most pages have none. */
const workshop = () =>
  Promise.all([
    import('~/certificates/drawing/certificate'),
    import('~/certificates/drawing/svg'),
    import('~/certificates/drawing/baking'),
  ]);

export async function svgPaper({ facts, credential, origin }: Asked): Promise<Paper> {
  const [{ certificateDrawing }, { svgOf }, { SVG_NAMESPACE, svgElement }] = await workshop();
  const drawing = certificateDrawing(facts, addressOf(facts, origin));
  return paper(facts, 'svg', 'image/svg+xml', svgOf(drawing, svgElement(credential), SVG_NAMESPACE));
}

/** 1684 pixels wide: sharp on a screen and on half a sheet of paper. */
export async function pngPaper({ facts, credential, origin }: Asked): Promise<Paper> {
  const [{ certificateDrawing }, { svgOf }, { bakedPng }] = await workshop();
  const { default: sharp } = await import('sharp');
  const drawing = svgOf(certificateDrawing(facts, addressOf(facts, origin)));
  const picture = await sharp(Buffer.from(drawing), { density: 144 }).png({ palette: false }).toBuffer();
  return paper(facts, 'png', 'image/png', bakedPng(picture, credential));
}

export async function pdfPaper({ facts, origin }: Asked): Promise<Paper> {
  const [[{ certificateDrawing }], { pdfOf }] = await Promise.all([workshop(), import('~/certificates/drawing/pdf')]);
  const drawing = certificateDrawing(facts, addressOf(facts, origin));
  return paper(facts, 'pdf', 'application/pdf', await pdfOf(drawing, facts.issuedAt));
}

function paper(facts: Facts, extension: string, type: string, body: string | Buffer): Paper {
  return { type, body, file: `attestation-${facts.courseSlug}.${extension}` };
}

const addressOf = ({ id }: Facts, origin: string) => origin + href('certificate', { attestation: id });
