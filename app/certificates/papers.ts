/** A certificate to keep: as a sheet to print, and as pictures that carry the credential. */
import type { Credential, Facts } from '~/certificates/rules';
import type { Drawing } from '~/ui/drawing/shapes';
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

/** A picture takes 120 ms to draw and anybody may ask: the last ones are kept, 0.3 MB each, and drawn once for all who wait. */
const PICTURES_KEPT = 24;
const pictures = new Map<string, Promise<Paper>>();

/** 1684 pixels wide: sharp on a screen and on half a sheet of paper. */
export function pngPaper(asked: Asked): Promise<Paper> {
  // All that is drawn and all that is signed: whatever changes is another picture.
  const name = JSON.stringify([asked.facts, asked.credential, asked.origin]);
  const made = pictures.get(name) ?? certificatePng(asked);
  pictures.delete(name);
  pictures.set(name, made);
  made.catch(() => pictures.delete(name));
  const [oldest] = pictures.keys();
  if (oldest !== undefined && pictures.size > PICTURES_KEPT) pictures.delete(oldest);
  return made;
}

/** The signs of a name that the drawing cannot show; letters become an empty box. Fonts are opened only for rare signs. */
export async function undrawnIn(name: string): Promise<readonly string[]> {
  if (/^[\u0020-\u017f\u2019]*$/.test(name)) return [];
  const { undrawable } = await import('~/certificates/drawing/typeface');
  return undrawable(name, 'title');
}

async function certificatePng({ facts, credential, origin }: Asked): Promise<Paper> {
  const [{ certificateDrawing }, , { bakedPng }] = await workshop();
  const picture = await drawnPng(certificateDrawing(facts, addressOf(facts, origin)), 144);
  return paper(facts, 'png', 'image/png', bakedPng(picture, credential));
}

/** @param density pixels an inch; at 72 a point of the drawing is a pixel */
export async function drawnPng(drawing: Drawing, density: number): Promise<Buffer> {
  const [{ svgOf }, { default: sharp }] = await Promise.all([import('~/certificates/drawing/svg'), import('sharp')]);
  return sharp(Buffer.from(svgOf(drawing)), { density })
    .png({ palette: false })
    .toBuffer();
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
