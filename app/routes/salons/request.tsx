import { AppError, notFound } from '~/errors';
import { typed } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { type LookData, loadLook } from '~/routes/salons/load-look';
import { refusedByPlan } from '~/routes/salons/refusals';
import { askToJoin, withdrawRequest } from '~/salons/commands/requests';
import { parseSalonId } from '~/salons/rules';
import { parseRequest, REQUEST_PAUSE_DAYS } from '~/salons/rules/requests';
import { LookPage } from '~/salons/views/look';
import { accentsOf } from '~/salons/views/mark';
import { href } from '~/urls';

/** A refused request is the look at the salon again. */
export const loader = loadLook;

/** R04: asks to come in, or takes it back. */
export const action = membersPost(async ({ context, viewer, params, form }) => {
  const salon = parseSalonId(params.salon);
  if (!salon) throw notFound();
  if (form.annuler === 'on') {
    await withdrawRequest(context, viewer, salon);
    return seeOther(href('lookAtSalon', { salon }, said('demande-retiree')));
  }
  const parsed = parseRequest(form);
  const refused = (errors: Readonly<Record<string, string>>) =>
    page({ errors, words: typed(form, 'mots').mots ?? '' }, 422);
  if (!parsed.ok) return refused(parsed.errors);
  try {
    await askToJoin(context, viewer, salon, parsed.value);
  } catch (error) {
    const reason = error instanceof AppError ? refusedRequest(error) : null;
    if (!reason) throw error;
    return refused({ formulaire: reason });
  }
  return seeOther(href('lookAtSalon', { salon }, said('demande-partie')));
});

function refusedRequest(error: AppError): string | null {
  if (error.detail === 'asked_before')
    return `Votre demande n’a pas été acceptée. Vous pourrez demander de nouveau ${REQUEST_PAUSE_DAYS} jours après la réponse.`;
  return refusedByPlan(error);
}

export const handle = {
  title: ({ salon }) => `Jeter un œil à ${salon.name}`,
  css: ({ salon }) => accentsOf([salon]),
} satisfies PageHandle<LookData>;

export default function Request() {
  return <LookPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />;
}
