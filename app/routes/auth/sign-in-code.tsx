import { browserOf, openedHeaders } from '~/auth/browser';
import { awaited, enterByCode } from '~/auth/commands/use-letter';
import { parseLetterAsked } from '~/auth/rules/email';
import { parseCode } from '~/auth/rules/letter';
import { SignInLetterPage } from '~/auth/views/ask-letter';
import { WaitingPage } from '~/auth/views/waiting';
import { typed } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData } from '~/http/page';
import { anyonePosts } from '~/http/route';
import type { PageHandle } from '~/root';
import { arrive } from './arrive';
import { faultOfCode, waitingFor } from './landing';

/** The letter's code, typed in the window that asked for it, or with the address anywhere (G05). */
export const action = anyonePosts(async ({ context, request, form, viewer }) => {
  const browser = browserOf(context, request);
  const wait = await awaited(context.database, browser);
  const given = parseLetterAsked(form);
  const email = given.ok ? given.value.email : wait?.email;
  const code = parseCode(form.code);
  const entered = email && code ? await enterByCode(context, { code, email, viewerId: viewer?.id }, browser) : null;
  if (entered) {
    const headers = openedHeaders(context.config.origin, entered.opened, browser);
    return seeOther(await arrive(context, entered), headers);
  }
  const errors = { code: faultOfCode(code) };
  // Without a letter that is waited for, the way on is to ask for one; the address is there already.
  const shown = wait ?? (viewer && email ? hers(email) : null);
  return page({ errors, typed: typed(form, 'courriel', 'code'), waiting: shown && waitingFor(context, shown) }, 422);
});

const hers = (email: string) => ({ purpose: 'confirmation', email, back: '/', stays: false, createdAt: null }) as const;

export const handle = { title: () => 'Ouvrez votre messagerie', isPrivate: true } satisfies PageHandle;

export default function SignInCode() {
  const again = useActionData<typeof action>();
  if (again?.waiting)
    return <WaitingPage {...again.waiting} notYet={false} code={again.typed.code ?? ''} errors={again.errors} />;
  const values = { courriel: again?.typed.courriel ?? '', rester: false, retour: null };
  return <SignInLetterPage values={values} errors={{ formulaire: again?.errors.code ?? '' }} />;
}
