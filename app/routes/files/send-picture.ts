/** What a picture's form has sent: a file that becomes a draft, or the wish to have no picture any more. */
import type { Viewer } from '~/auth/rules/viewer';
import { AppError } from '~/errors';
import { keepDraft, type Target } from '~/files/commands/draft';
import { type Received, receive } from '~/files/receive';
import { type Folder, FRAMES } from '~/files/rules/picture';
import { type Refusal, refusalInWords } from '~/files/rules/refusal';
import type { Form } from '~/forms';
import type { AskedByMember } from '~/http/route';

type Context = AskedByMember['context'];
/** `form`: what came beside the file. */
export type Sent = { readonly form: Form } & (
  | { readonly is: 'kept' | 'removal' }
  | {
      /** `nothing`: no file was chosen. */
      readonly is: 'refused' | 'nothing';
      readonly errors: { readonly image: string };
      readonly status: 422 | 429 | 503;
    }
);

/**
 * The form comes back whatever was wrong, also where the store, the disk or the queue is.
 * @throws AppError what is no form at all, and what is beyond all measure
 */
export async function sentPicture(context: Context, viewer: Viewer, target: Target, request: Request): Promise<Sent> {
  const { folder } = target;
  let form: Form = {};
  const into = { folder: context.files.arriving, field: 'image', most: FRAMES[folder].most };
  try {
    return await receive(request, into, async ({ form: beside, file }): Promise<Sent> => {
      form = beside;
      if (form.retirer !== undefined) return { is: 'removal', form };
      const refusal = await kept(context, viewer, target, file);
      return refusal ? refused(refusal, folder, form) : { is: 'kept', form };
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'too_many') return refused({ why: 'often' }, folder, form);
    if (error.code !== 'unavailable') throw error;
    context.log(error.detail, error);
    return refused({ why: 'away' }, folder, form);
  }
}

async function kept(context: Context, viewer: Viewer, target: Target, file: Received['file']): Promise<Refusal | null> {
  if (!file) return { why: 'nothing' };
  return 'heavy' in file ? { why: 'heavy', bytes: file.heavy } : keepDraft(context, viewer, target, file.place);
}

function refused(refusal: Refusal, folder: Folder, form: Form): Sent {
  const status = refusal.why === 'away' ? 503 : refusal.why === 'often' ? 429 : 422;
  const is = refusal.why === 'nothing' ? 'nothing' : 'refused';
  return { is, errors: { image: refusalInWords(refusal, folder) }, status, form };
}
