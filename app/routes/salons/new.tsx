import { allowanceFor } from '~/billing/queries/plans';
import { AppError } from '~/errors';
import { typedOn } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { dueOffer } from '~/routes/billing/due-offer';
import { said } from '~/routes/flashes';
import { refusedByPlan } from '~/routes/salons/refusals';
import { createSalon } from '~/salons/commands';
import { isFull, KEPT_OF_NEW_SALON, parseNewSalon } from '~/salons/rules';
import { COLOURS, NewSalonPage, type SalonFormValues } from '~/salons/views/new';
import { href } from '~/urls';

export const loader = members(async ({ context, viewer }) => {
  const owned = await context.database.asViewer(viewer.id, (tx) => allowanceFor(tx, 'salons_owned'));
  const offer = isFull(owned) && (await dueOffer(context, viewer, 'salons_owned'));
  return { key: crypto.randomUUID(), owned, offer };
});

export const action = membersPost(async ({ context, viewer, form }) => {
  const refused = (errors: Readonly<Record<string, string>>) => page({ errors, values: typedOn(EMPTY, form) }, 422);
  const parsed = parseNewSalon(form);
  if (!parsed.ok) return refused(parsed.errors);
  try {
    const { salon, earned } = await createSalon(context, viewer, parsed.value);
    return seeOther(href('salon', { salon }, said(earned ? 'cree-points' : 'cree')));
  } catch (error) {
    const reason = error instanceof AppError ? refusedByPlan(error) : null;
    if (!reason) throw error;
    return refused({ formulaire: reason });
  }
});

const EMPTY: SalonFormValues = {
  nom: '',
  description: '',
  categorie: 'autres',
  ville: '',
  couleur: Object.keys(COLOURS)[0] ?? '',
  visibilite: 'public',
  apercu: '',
  cle: '',
};

export const handle = { title: () => 'Créer un salon', keeps: KEPT_OF_NEW_SALON } satisfies PageHandle;

export default function NewSalonRoute() {
  const { key, owned, offer } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const values = refused?.values ?? EMPTY;
  return (
    <NewSalonPage
      values={{ ...values, cle: values.cle || key }}
      errors={refused?.errors ?? {}}
      owned={owned}
      offer={offer}
    />
  );
}
