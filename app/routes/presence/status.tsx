import { done, page } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import { chooseStatus } from '~/presence/commands';
import { parseChoice } from '~/presence/rules';
import { PresenceSettingsPage } from '~/presence/views/settings';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { loadPresence } from '~/routes/presence/load-presence';
import { href } from '~/urls';

/** A refused choice is the page of settings again. */
export const loader = members(({ context, viewer }) => loadPresence(context, viewer));

export const action = membersPost(async ({ context, viewer, form }) => {
  const parsed = parseChoice(form);
  if (!parsed.ok) return page({ errors: parsed.errors }, 422);
  await chooseStatus(context, viewer, parsed.value);
  return done(href('presenceSettings', {}, said('presence')));
});

export const handle = { title: () => 'Présence' } satisfies PageHandle;

export default function RefusedStatus() {
  const refused = useActionData<typeof action>();
  return <PresenceSettingsPage {...useLoaderData<typeof loader>()} errors={refused?.errors ?? {}} />;
}
