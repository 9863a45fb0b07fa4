/** The files of a lesson's video: whoever may read the lesson may see it, and nobody else (R19). One statement. */
import path from 'node:path';
import type { Viewer } from '~/auth/rules/viewer';
import { lessonVideo } from '~/courses/queries/reading';
import { parseLessonNumber, parseSlug } from '~/courses/rules';
import type { Database } from '~/db';
import { notFound } from '~/errors';
import { fileAnswer } from '~/file-answer';

const FORMATS = {
  webm: ['webm', 'video/webm'],
  mp4: ['mp4', 'video/mp4'],
  'sous-titres': ['fr.vtt', 'text/vtt; charset=utf-8'],
} as const;

type Params = Readonly<Record<string, string | undefined>>;

/** @throws AppError not_found: no such lesson, no video, no such form of it, or closed to the asker */
export async function lessonFilm(
  database: Database,
  folder: string,
  viewer: Viewer | null,
  request: Request,
  { cours, numero, format = '' }: Params,
): Promise<Response> {
  const slug = parseSlug(cours);
  const number = parseLessonNumber(numero);
  if (!slug || !number || !Object.hasOwn(FORMATS, format)) throw notFound();
  const [end, type] = FORMATS[format as keyof typeof FORMATS];
  const video = await database.asViewer(viewer?.id ?? null, (tx) => lessonVideo(tx, slug, number));
  // Its form is held by the table's own CHECK: a folder, « video », a name, of letters, figures and hyphens.
  const answer = video && (await fileAnswer(request, path.join(folder, `${video}.${end}`), type));
  if (!answer) throw notFound();
  return answer;
}
