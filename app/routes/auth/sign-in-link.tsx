import { browserOf, openedHeaders } from '~/auth/browser';
import { enterByCode, enterByLink, lookAtLink } from '~/auth/commands/use-letter';
import { parseCode } from '~/auth/rules/letter';
import { DeadLinkPage, SignInLinkPage } from '~/auth/views/link';
import { typed } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { anyone, anyonePosts } from '~/http/route';
import type { PageHandle } from '~/root';
import { arrive } from './arrive';

/** Uses nothing, however often a scanner looks (C-01, A02). */
export const loader = anyone(async ({ context, request, params, viewer }) => {
  const link = params.jeton ?? '';
  const seen = await lookAtLink(context, link, browserOf(context, request));
  return page({ seen, link, isSignedIn: viewer !== null }, seen ? null : 404);
});

/** In the browser that asked the button is enough; elsewhere the letter's code is asked for too (G05). */
export const action = anyonePosts(async ({ context, request, params, form }) => {
  const link = params.jeton ?? '';
  const browser = browserOf(context, request);
  const code = parseCode(form.code);
  const entered = code
    ? await enterByCode(context, { code, link, stays: form.rester === 'on' }, browser)
    : await enterByLink(context, link, browser);
  if (!entered)
    return (await lookAtLink(context, link, browser))
      ? page({ errors: WRONG_CODE, typed: typed(form, 'code') }, 422)
      : null;
  return seeOther(await arrive(context, entered), openedHeaders(context.config.origin, entered.opened, browser));
});

const WRONG_CODE = {
  code: 'Ce code n’est pas celui du courriel, ou il a été essayé trop souvent. Recopiez-le chiffre par chiffre, ou demandez un nouveau courriel.',
};

export const handle = { title: () => 'Entrer dans votre compte', isPrivate: true } satisfies PageHandle;

export default function SignInLink() {
  const { seen, link, isSignedIn } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  if (!seen) return <DeadLinkPage kind="sign_in" isSignedIn={isSignedIn} />;
  return <SignInLinkPage link={link} asked={seen.asked} code={again?.typed.code ?? ''} errors={again?.errors ?? {}} />;
}
