import { seeOther } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import { askCopy } from '~/privacy/commands/export';
import { copyOf } from '~/privacy/queries/exports';
import { CopyPage } from '~/privacy/views/export';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const loader = members(async ({ context, viewer }) => ({
  copy: await context.database.systemStatement((tx) => copyOf(tx, viewer.id)),
}));

/** Pressed twice while it is being made, it is one copy and one letter. */
export const action = membersPost(async ({ context, viewer }) => {
  await askCopy(context, viewer);
  return seeOther(href('dataCopy', {}, said('copie-demandee')));
});

export const handle = { title: () => 'Une copie de mes données' } satisfies PageHandle;

export default function DataCopy() {
  return <CopyPage {...useLoaderData<typeof loader>()} />;
}
