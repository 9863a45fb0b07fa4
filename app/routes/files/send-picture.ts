/** What a picture's form has sent: a file that becomes a draft, or the wish to have no picture any more. */
import type { Viewer } from '~/auth/rules/viewer';
import { AppError } from '~/errors';
import { keepDraft, type Target } from '~/files/commands/draft';
import { type Received, receive } from '~/files/receive';
import { type Folder, FRAMES } from '~/files/rules/picture';
import { type Refusal, refusalInWords } from '~/files/rules/refusal';
import type { AskedByMember } from '~/http/route';

type Context = AskedByMember['context'];
export type Sent =
  | { readonly is: 'kept' | 'removal' }
  | { readonly is: 'refused'; readonly errors: { readonly image: string }; readonly status: 422 | 429 | 503 };

/**
 * The form comes back whatever was wrong, also where the store, the disk or the queue is.
 * @throws AppError what is no form at all, and what is beyond all measure
 */
export async function sentPicture(context: Context, viewer: Viewer, target: Target, request: Request): Promise<Sent> {
  const { folder } = target;
  const into = { folder: context.files.arriving, field: 'image', most: FRAMES[folder].most };
  try {
    return await receive(request, into, async ({ form, file }): Promise<Sent> => {
      if (form.retirer !== undefined) return { is: 'removal' };
      const refusal = await kept(context, viewer, target, file);
      return refusal ? refused(refusal, folder) : { is: 'kept' };
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'too_many') return refused({ why: 'often' }, folder);
    if (error.code !== 'unavailable') throw error;
    context.log(error.detail, error);
    return refused({ why: 'away' }, folder);
  }
}

async function kept(context: Context, viewer: Viewer, target: Target, file: Received['file']): Promise<Refusal | null> {
  if (!file) return { why: 'nothing' };
  return 'heavy' in file ? { why: 'heavy', bytes: file.heavy } : keepDraft(context, viewer, target, file.place);
}

function refused(refusal: Refusal, folder: Folder): Sent {
  const status = refusal.why === 'away' ? 503 : refusal.why === 'often' ? 429 : 422;
  return { is: 'refused', errors: { image: refusalInWords(refusal, folder) }, status };
}
