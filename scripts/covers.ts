/**
 * `npm run covers`: the covers of the courses as files, `public/couvertures`: SVG for pages, PNG for letters; and the
 * portraits of the demonstration, `public/portraits`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { COVERS, coverSvg } from '~/ui/covers/covers';
import { projectRoot } from '../db/project-root';
import { PORTRAITS, portraitFile, portraitSvg } from '../demo/portraits';
import { calledWith } from './options.mjs';

calledWith({
  does: 'Dessine les couvertures des cours et les portraits de la démonstration, dans public/.',
  usage: 'Usage : npm run covers',
});
const folder = path.join(projectRoot(), 'public/couvertures');
/** Pixels: twice as many as a letter shows, for sharp screens. */
const LETTER_WIDTH = 800;

mkdirSync(folder, { recursive: true });
for (const [index] of COVERS.entries()) {
  const svg = coverSvg(index + 1);
  writeFileSync(path.join(folder, `${index + 1}.svg`), svg);
  const picture = sharp(Buffer.from(svg), { density: 192 }).resize(LETTER_WIDTH);
  await picture.png({ palette: true, quality: 90, effort: 10 }).toFile(path.join(folder, `${index + 1}.png`));
}

mkdirSync(path.join(projectRoot(), 'public/portraits'), { recursive: true });
for (const gender of ['f', 'm'] as const) {
  for (let number = 1; number <= PORTRAITS; number++) {
    writeFileSync(path.join(projectRoot(), 'public', portraitFile(gender, number)), portraitSvg(gender, number));
  }
}
