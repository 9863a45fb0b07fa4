/** A drawing as PDF: real letters, in the order in which they are read, with the document's language and title. */
import PDFDocument from 'pdfkit';
import { outline, type Run, setting } from '~/certificates/drawing/typeface';
import type { Drawing, Inset, Paint, PlainShape, Words } from '~/ui/drawing/shapes';

type Doc = InstanceType<typeof PDFDocument>;

/** @param made when the document says it was made: the same certificate gives the same bytes */
export function pdfOf(drawing: Drawing, made: Date): Promise<Buffer> {
  const doc = new PDFDocument({
    size: [drawing.width, drawing.height],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'fr-FR',
    displayTitle: true,
    info: {
      Title: drawing.title,
      Subject: drawing.description,
      Author: 'Aurora50',
      CreationDate: made,
      ModDate: made,
    },
  });
  const chunks: Buffer[] = [];
  const ended = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  const whole = doc.struct('Document');
  doc.addStructure(whole);
  for (const shape of drawing.shapes) {
    if (shape.kind === 'words') {
      // The words themselves, for whoever copies them or hears them: shaped letters stand in another order.
      whole.add(doc.struct(shape.role, { actual: shape.text }, () => drawWords(doc, shape)));
    } else {
      doc.markContent('Artifact');
      drawShape(doc, shape);
      doc.endMarkedContent();
    }
  }
  whole.end();
  doc.end();
  return ended;
}

function drawShape(doc: Doc, shape: PlainShape | Inset): void {
  doc.save();
  if (shape.kind === 'inset') {
    doc
      .translate(...shape.at)
      .scale(shape.scale)
      .path(shape.frame)
      .clip();
    for (const part of shape.shapes) drawShape(doc, part);
    doc.restore();
    return;
  }
  doc.path(shape.d);
  if (shape.kind === 'line') {
    doc.lineCap('round').lineJoin('round').lineWidth(shape.width);
    doc.strokeOpacity(shape.opacity).stroke(shape.colour);
  } else doc.fillOpacity(shape.opacity ?? 1).fill(paintOf(doc, shape.fill) as string);
  doc.restore();
}

function paintOf(doc: Doc, paint: Paint): unknown {
  if (typeof paint === 'string') return paint;
  const gradient =
    paint.kind === 'linear'
      ? doc.linearGradient(...paint.from, ...paint.to)
      : doc.radialGradient(...paint.centre, 0, ...paint.centre, paint.radius);
  for (const { at, colour, opacity } of paint.stops) gradient.stop(at, colour, opacity);
  return gradient;
}

function drawWords(doc: Doc, { text, face, size, colour, at: [x, y], align }: Words): void {
  const { width, runs } = setting(text, face, size);
  const start = x - (align === 'centre' ? width / 2 : align === 'right' ? width : 0);
  // A list of features, though empty: without one the PDF's maker shapes word by word, and in the wrong order.
  const options: PDFKit.Mixins.TextOptions = { baseline: 'alphabetic', lineBreak: false, features: [] };
  const at = (x: number) => [x, y, options] as const;
  for (const run of runs) {
    if (canBeEmbedded(run)) {
      doc
        .font(run.cut.file)
        .fontSize(size)
        .fillColor(colour, 1)
        .text(run.text, ...at(start + run.x));
      continue;
    }
    doc
      .save()
      .translate(start + run.x, y)
      .path(outline(run, size))
      .fillOpacity(1)
      .fill(colour)
      .restore();
    // Unseen beneath the outlines, so that the words can be searched for, copied and read out.
    const [plain] = setting(run.text, 'bold', size).runs;
    if (!plain) continue;
    doc
      .font(plain.cut.file)
      .fontSize((size * run.width) / plain.width)
      .fillColor(colour, 0);
    doc.text(run.text, ...at(start + run.x));
  }
}

/** The PDF's maker cannot cut a part out of a WOFF2. */
const canBeEmbedded = ({ cut }: Run) => !cut.file.endsWith('.woff2');
