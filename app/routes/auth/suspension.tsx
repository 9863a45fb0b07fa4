import { appeal } from '~/auth/commands/suspension';
import { suspensionOf } from '~/auth/queries/suspensions';
import { parseAppeal } from '~/auth/rules/suspension';
import { SuspensionPage } from '~/auth/views/suspension';
import { typed } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { href } from '~/urls';

export const loader = members(async ({ context, viewer }) => ({
  suspension: await context.database.systemStatement((tx) => suspensionOf(tx, viewer.id)),
}));

export const action = membersPost(async ({ context, viewer, form }) => {
  const parsed = parseAppeal(form);
  if (!parsed.ok) return page({ typed: typed(form, 'texte').texte ?? '', errors: parsed.errors }, 422);
  await appeal(context.database, viewer, parsed.value);
  return seeOther(href('suspension'));
});

export const handle = { title: () => 'Mon compte est en pause' } satisfies PageHandle;

export default function SuspensionRoute() {
  const refused = useActionData<typeof action>();
  return (
    <SuspensionPage {...useLoaderData<typeof loader>()} typed={refused?.typed ?? ''} errors={refused?.errors ?? {}} />
  );
}
