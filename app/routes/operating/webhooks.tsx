import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import { addWebhook } from '~/operating/commands/webhooks';
import { allWebhooks, lastDeliveries } from '~/operating/queries/webhooks';
import { parseWebhook, WEBHOOKS_MAX } from '~/operating/rules/webhooks';
import { WebhooksPage } from '~/operating/views/webhooks';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const loader = members(async ({ context: { database } }) => ({
  webhooks: await database.systemStatement(allWebhooks),
  deliveries: await database.systemStatement(lastDeliveries),
  now: new Date(),
}));

export const action = membersPost(async ({ context, form }) => {
  const typed = {
    address: typeof form.adresse === 'string' ? form.adresse : '',
    events: [form.evenements].flat().filter((each) => typeof each === 'string'),
  };
  const refused = (errors: Readonly<Record<string, string>>) => page({ typed, errors }, 422);
  const parsed = parseWebhook(form);
  if (!parsed.ok) return refused(parsed.errors);
  if (!(await addWebhook(context, parsed.value)))
    return refused({ formulaire: `Un site prévient ${WEBHOOKS_MAX} outils au plus. Retirez-en un d’abord.` });
  return seeOther(href('webhooks', {}, said('outil-prevenu')));
});

export const handle = { title: () => 'Outils prévenus · Équipe', isPrivate: true } satisfies PageHandle;

export default function Webhooks() {
  const refused = useActionData<typeof action>();
  return (
    <WebhooksPage
      {...useLoaderData<typeof loader>()}
      typed={refused?.typed ?? { address: '', events: [] }}
      errors={refused?.errors ?? {}}
    />
  );
}
