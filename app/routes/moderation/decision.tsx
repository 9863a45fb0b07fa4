import { AppError, notFound } from '~/errors';
import { typed } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import { appeal } from '~/moderation/commands';
import { decisionFor } from '~/moderation/queries';
import { parseAppeal, parseId } from '~/moderation/rules';
import { DecisionPage } from '~/moderation/views/decision';
import { markPlaceRead } from '~/notices/queries';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

/** Read here, its notice is read (C-09). */
export const loader = members(async ({ context, viewer, params }) => {
  const id = idIn(params);
  const decision = await context.database.systemStatement((tx) => decisionFor(tx, viewer.id, id));
  if (!decision) throw notFound();
  const place = href('decision', { decision: id });
  context.afterAnswer(() => context.database.asViewer(viewer.id, (tx) => markPlaceRead(tx, viewer.id, place)));
  return { decision };
});

export const action = membersPost(async ({ context, viewer, params, form }) => {
  const id = idIn(params);
  const parsed = parseAppeal(form);
  if (!parsed.ok) return page({ errors: parsed.errors, texte: typed(form, 'texte').texte ?? '' }, 422);
  try {
    await appeal(context, viewer, id, parsed.value);
  } catch (error) {
    // Twice is once: the second press of a button.
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
  }
  return seeOther(href('decision', { decision: id }, said('reponse-gardee')));
});

function idIn(params: Readonly<Record<string, string | undefined>>): number {
  const id = parseId(params.decision);
  if (id === null) throw notFound();
  return id;
}

export const handle = { title: () => 'Une décision', isPrivate: true } satisfies PageHandle;

export default function DecisionRoute() {
  const refused = useActionData<typeof action>();
  return (
    <DecisionPage {...useLoaderData<typeof loader>()} typed={refused?.texte ?? ''} errors={refused?.errors ?? {}} />
  );
}
