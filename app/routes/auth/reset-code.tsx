import { browserOf } from '~/auth/browser';
import { openReset } from '~/auth/commands/new-password';
import { awaited } from '~/auth/commands/use-letter';
import { parseCode } from '~/auth/rules/letter';
import { ForgottenPasswordPage } from '~/auth/views/ask-letter';
import { WaitingPage } from '~/auth/views/waiting';
import { typed } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData } from '~/http/page';
import { anyonePosts } from '~/http/route';
import type { PageHandle } from '~/root';
import { href } from '~/urls';
import { faultOfCode, waitingFor } from './landing';

/** A09: the code of the letter, in the window that asked for it. */
export const action = anyonePosts(async ({ context, request, form }) => {
  const browser = browserOf(context, request);
  const wait = await awaited(context.database, browser);
  const code = parseCode(form.code);
  const link = wait?.purpose === 'reset' && code ? await openReset(context, code, wait.email, browser) : null;
  if (link) return seeOther(href('newPassword', { jeton: link }));
  return page(
    { errors: { code: faultOfCode(code) }, typed: typed(form, 'code'), waiting: wait && waitingFor(context, wait) },
    422,
  );
});

export const handle = { title: () => 'Ouvrez votre messagerie', isPrivate: true } satisfies PageHandle;

export default function ResetCode() {
  const again = useActionData<typeof action>();
  if (again?.waiting)
    return <WaitingPage {...again.waiting} notYet={false} code={again.typed.code ?? ''} errors={again.errors} />;
  const values = { courriel: '', rester: false, retour: null };
  return <ForgottenPasswordPage values={values} errors={{ formulaire: again?.errors.code ?? '' }} />;
}
