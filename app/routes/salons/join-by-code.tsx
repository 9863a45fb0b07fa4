import { AppError } from '~/errors';
import { typed } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import { Ideas } from '~/members/views/suggestions';
import type { PageHandle } from '~/root';
import { loadSalons } from '~/routes/salons/load-salons';
import { insideOf, refusedJoin } from '~/routes/salons/refusals';
import { joinByCode } from '~/salons/commands';
import { SalonsPage } from '~/salons/views/list';
import { accentsOf } from '~/salons/views/mark';
import { href } from '~/urls';

/** A refused code is the same page again: its lists are read for that. */
export const loader = members(({ context, viewer, url }) => loadSalons(context, viewer, url));

export const action = membersPost(async ({ context, viewer, form }) => {
  try {
    return seeOther(insideOf(await joinByCode(context, viewer.id, form.code, context.ip)));
  } catch (error) {
    const reason = error instanceof AppError ? refusedJoin(error) : null;
    if (!reason) throw error;
    return page({ code: typed(form, 'code').code ?? '', error: reason }, 422);
  }
});

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  title: () => 'Salons',
  css: ({ mine, others }) => accentsOf([...mine, ...others]),
} satisfies PageHandle<Data>;

export default function JoinByCode() {
  const refused = useActionData<typeof action>();
  const { ideas, ...rest } = useLoaderData<typeof loader>();
  return (
    <SalonsPage {...rest} joinCode={refused ?? null} ideas={<Ideas suggestions={ideas} back={href('salons')} />} />
  );
}
