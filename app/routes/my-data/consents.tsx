import { seeOther } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import { consent } from '~/privacy/commands/consent';
import { consentsOf } from '~/privacy/queries/consents';
import { parseConsents } from '~/privacy/rules/consents';
import { ConsentsPage } from '~/privacy/views/consents';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const loader = members(async ({ context, viewer }) => ({
  consents: await context.database.asViewer(viewer.id, (tx) => consentsOf(tx, viewer.id)),
}));

export const action = membersPost(async ({ context, viewer, form }) => {
  const chosen = parseConsents(form);
  for (const [use, agreed] of chosen) await consent(context.database, viewer, use, agreed);
  return seeOther(href('consents', {}, said(chosen.length > 0 ? 'accord-note' : undefined)));
});

export const handle = { title: () => 'Mes accords' } satisfies PageHandle;

export default function Consents() {
  return <ConsentsPage {...useLoaderData<typeof loader>()} />;
}
