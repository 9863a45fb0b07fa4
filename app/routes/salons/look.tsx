import { useLoaderData } from '~/http/page';
import type { PageHandle } from '~/root';
import { type LookData, loadLook } from '~/routes/salons/load-look';
import { LookPage } from '~/salons/views/look';
import { accentsOf } from '~/salons/views/mark';

export const loader = loadLook;

export const handle = {
  title: ({ salon }) => `Jeter un œil à ${salon.name}`,
  description: ({ salon }) => salon.description,
  css: ({ salon }) => accentsOf([salon]),
} satisfies PageHandle<LookData>;

export default function Look() {
  return <LookPage {...useLoaderData<typeof loader>()} />;
}
