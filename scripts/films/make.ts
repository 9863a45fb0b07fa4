/**
 * `npm --prefix scripts/films run make`: makes the silent films of the lessons again, into `db/courses/<course>/video/`:
 * `NN.webm` (VP9), `NN.mp4` (H.264), `NN.fr.vtt` and `NN.transcript.md`. It needs Chromium and ffmpeg (with libvpx-vp9
 * and libx264) and some minutes; nothing else does: the films are kept in the repository.
 * `--only 5/01` makes one, `--frame 12.5` with it writes that second as a picture and stops, `--words` writes the words alone.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { projectRoot } from '../../db/project-root';
import { launchBrowser } from '../../tests/support/browser';
import { FILMS } from './all';
import { captionsOf, transcriptOf } from './captions';
import { type Film, lengthOf } from './film';
import { pageOf } from './page';

/** Slow gestures and cross-fades: more frames would weigh and not be seen. */
const FRAMES_A_SECOND = 15;
/** A slow line carries it in good time, and the repository carries it for ever. */
const MOST_BYTES = 1_000_000;

const { values } = parseArgs({
  options: { only: { type: 'string' }, frame: { type: 'string', multiple: true }, words: { type: 'boolean' } },
});
const films = FILMS.filter((film) => !values.only || `${film.course.charAt(0)}/${film.number}` === values.only);
if (films.length === 0) {
  process.stderr.write(
    `No such film. There are: ${FILMS.map((film) => `${film.course.charAt(0)}/${film.number}`).join(', ')}\n`,
  );
  process.exit(1);
}
for (const film of films) {
  const folder = path.join(projectRoot(), 'db/courses', film.course, 'video');
  mkdirSync(folder, { recursive: true });
  const name = path.join(folder, film.number);
  if (!values.frame) writeWords(film, name);
  if (!values.words) await photograph(film, name);
}

function writeWords(film: Film, name: string): void {
  writeFileSync(`${name}.fr.vtt`, captionsOf(film));
  writeFileSync(`${name}.transcript.md`, transcriptOf(film));
}

async function photograph(film: Film, name: string): Promise<void> {
  const browser = await launchBrowser();
  const scratch = mkdtempSync(path.join(tmpdir(), 'aurora50-films-'));
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.setContent(pageOf(film));
    await page.evaluate(() => document.fonts.ready);
    if (values.frame) {
      for (const second of values.frame)
        writeFileSync(
          `${film.course.charAt(0)}-${film.number}-${second}.png`,
          (await frameAt(page, Number(second))) ?? '',
        );
      return;
    }
    const whole = path.join(scratch, 'whole.mkv');
    await record(page, film, whole);
    encode(whole, name, scratch);
  } finally {
    await browser.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The picture of that second, or nothing where it cannot differ from the one before. */
async function frameAt(page: Page, second: number): Promise<Buffer | undefined> {
  const moved = await page.evaluate(
    (time) => (globalThis as unknown as { show: (time: number) => boolean }).show(time),
    second,
  );
  return moved || values.frame ? page.screenshot() : undefined;
}

/** Every frame, without loss, so that the two encodings start from the same pictures. */
async function record(page: Page, film: Film, file: string): Promise<void> {
  const input = ['-f', 'image2pipe', '-framerate', String(FRAMES_A_SECOND), '-c:v', 'png', '-i', '-'];
  const encoder = spawn('ffmpeg', ['-y', '-loglevel', 'error', ...input, '-c:v', 'ffv1', file], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const ended = once(encoder, 'exit');
  let picture: Buffer | undefined;
  for (let frame = 0; frame < lengthOf(film) * FRAMES_A_SECOND; frame += 1) {
    picture = (await frameAt(page, frame / FRAMES_A_SECOND)) ?? picture;
    if (!encoder.stdin.write(picture)) await once(encoder.stdin, 'drain');
  }
  encoder.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`ffmpeg stopped with ${code}`);
}

/** Two encodings, light enough for a slow line; a whole picture every twenty seconds is enough to move about in them. */
function encode(whole: string, name: string, scratch: string): void {
  // The colours are declared, or players guess them and the paper turns green.
  const colours = `-vf scale=out_color_matrix=bt709:out_range=tv,format=yuv420p -colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv`;
  const bare = `-an -map_metadata -1 -fflags +bitexact -flags:v +bitexact -g ${20 * FRAMES_A_SECOND}`;
  const options = (codec: string) => [
    '-y',
    '-loglevel',
    'error',
    '-i',
    whole,
    ...`${colours} ${bare} ${codec}`.split(' '),
  ];
  const vp9 = '-c:v libvpx-vp9 -crf 42 -b:v 0 -cpu-used 3 -row-mt 1';
  const pass = ['-passlogfile', path.join(scratch, 'pass'), '-pass'];
  ffmpeg([...options(vp9), ...pass, '1', '-f', 'null', '-']);
  ffmpeg([...options(vp9), ...pass, '2', `${name}.webm`]);
  ffmpeg([
    ...options('-c:v libx264 -profile:v main -preset slower -tune animation -crf 27'),
    '-movflags',
    '+faststart',
    `${name}.mp4`,
  ]);
  for (const file of [`${name}.webm`, `${name}.mp4`]) {
    const bytes = statSync(file).size;
    if (bytes > MOST_BYTES) throw new Error(`${file} weighs ${bytes} bytes`);
    process.stdout.write(`${path.relative(projectRoot(), file)} ${Math.round(bytes / 1000)} KB\n`);
  }
}

function ffmpeg(args: readonly string[]): void {
  const { status } = spawnSync('ffmpeg', args, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`ffmpeg stopped with ${status}`);
}
