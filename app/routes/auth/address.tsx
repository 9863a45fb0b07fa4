import { browserOf, waitHeaders } from '~/auth/browser';
import { correctAddress } from '~/auth/commands/sign-up';
import { awaited } from '~/auth/commands/use-letter';
import { ownerById } from '~/auth/queries/accounts';
import { parseLetterAsked } from '~/auth/rules/email';
import { AddressPage } from '~/auth/views/ask-letter';
import { typed } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { anyone, anyonePosts } from '~/http/route';
import { enrolMember } from '~/members/commands/enrol-member';
import type { PageHandle } from '~/root';
import { href } from '~/urls';

/** « Mon adresse est fausse » (A05): for the browser that signed up, and for who is signed in unconfirmed. */
export const loader = anyone(async ({ context, request, viewer }) => {
  if (viewer?.confirmed) return seeOther(href('home'));
  const wait = await awaited(context.database, browserOf(context, request));
  const owner = viewer && (await context.database.systemStatement((tx) => ownerById(tx, viewer.id)));
  return { courriel: owner?.email ?? (wait?.purpose === 'confirmation' ? wait.email : '') };
});

export const action = anyonePosts(async ({ context, request, form, viewer }) => {
  const parsed = parseLetterAsked(form);
  if (!parsed.ok) return page({ errors: parsed.errors, typed: typed(form, 'courriel') }, 422);
  const browser = browserOf(context, request);
  const wait = await correctAddress(context, enrolMember, parsed.value.email, viewer?.id ?? null, browser);
  // Nothing to correct: the sign-up was too long ago, or in another browser.
  if (!wait) return seeOther(href(viewer ? 'home' : 'signUp'));
  return seeOther(href('waiting', {}, { suite: 1 }), waitHeaders(context.config.origin, wait));
});

export const handle = { title: () => 'Corriger mon adresse', isPrivate: true } satisfies PageHandle;

export default function Address() {
  const { courriel } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return <AddressPage courriel={again?.typed.courriel ?? courriel} errors={again?.errors ?? {}} />;
}
