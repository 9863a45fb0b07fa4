import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';
import { loadSalons } from '~/routes/salons/load-salons';
import { SalonsPage } from '~/salons/views/list';
import { accentsOf } from '~/salons/views/mark';

export const loader = members(({ context, viewer, url }) => loadSalons(context, viewer, url));

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  title: () => 'Salons',
  css: ({ mine, others }) => accentsOf([...mine, ...others]),
  isPure: true,
} satisfies PageHandle<Data>;

export default function Salons() {
  return <SalonsPage {...useLoaderData<typeof loader>()} joinCode={null} />;
}
