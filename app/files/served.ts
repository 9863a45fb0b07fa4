/** `/fichiers/:dossier/:nom`: what is stored, to be kept by browsers for a year; a draft, to its sender alone. */
import type { Viewer } from '~/auth/rules/viewer';
import type { Database } from '~/db';
import { notFound } from '~/errors';
import { bytesAnswer } from '~/file-answer';
import { isMine } from './queries';
import { type Asked, DRAFT, FORMATS, formatFor, keyOf, parseAsked } from './rules/picture';
import type { Store } from './store';

type Params = Readonly<Record<string, string | undefined>>;

/** Whoever runs or opens it as a page gets nothing of ours (reliability 16). */
const POLICY = "default-src 'none'; sandbox";

type From = { readonly database: Database; readonly store: Store };

/**
 * A picture that is shown. Its name changes with its content, hence « immutable »; which format comes depends on what the
 * browser says it can show. There are thirty on a page, so nobody is asked who she is: null where that has to be known.
 * @param viewer undefined: not asked yet
 * @throws AppError not_found: no picture, nobody's draft or somebody else's; unavailable
 */
export async function storedPicture(
  { database, store }: From,
  request: Request,
  { dossier, nom }: Params,
  viewer?: Viewer | null,
): Promise<Response | null> {
  const asked = parseAsked(dossier, nom);
  if (!asked) throw notFound();
  if (asked.width !== DRAFT) {
    const headers = { Vary: 'Accept', 'Cache-Control': 'public, max-age=31536000, immutable' };
    return answer(store, request, asked, { format: formatFor(request.headers.get('accept')), headers });
  }
  if (viewer === undefined) return null;
  if (!viewer || !(await database.asViewer(viewer.id, (tx) => isMine(tx, viewer.id, asked)))) throw notFound();
  return answer(store, request, asked, { format: 'jpg', headers: { 'Cache-Control': 'private, max-age=3600' } });
}

type As = { readonly format: keyof typeof FORMATS; readonly headers: Readonly<Record<string, string>> };

async function answer(store: Store, request: Request, asked: Asked, { format, headers }: As): Promise<Response> {
  const bytes = await store.read(keyOf(asked, format));
  if (!bytes) throw notFound();
  const all = { ...headers, 'Content-Type': FORMATS[format], 'Content-Security-Policy': POLICY };
  return bytesAnswer(request, bytes, { etag: `"${asked.name}-${asked.width}-${format}"`, headers: all });
}
