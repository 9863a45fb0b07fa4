import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import { Ideas } from '~/members/views/suggestions';
import type { PageHandle } from '~/root';
import { loadSalons } from '~/routes/salons/load-salons';
import { SalonsPage } from '~/salons/views/list';
import { accentsOf } from '~/salons/views/mark';
import { href } from '~/urls';

export const loader = members(({ context, viewer, url }) => loadSalons(context, viewer, url));

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  title: () => 'Salons',
  css: ({ mine, others }) => accentsOf([...mine, ...others]),
  isPure: true,
} satisfies PageHandle<Data>;

export default function Salons() {
  const { ideas, ...rest } = useLoaderData<typeof loader>();
  return <SalonsPage {...rest} joinCode={null} ideas={<Ideas suggestions={ideas} back={href('salons')} />} />;
}
