import { notFound } from '~/errors';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';
import { accentCss } from '~/ui/colour';
import { GalleryPage } from '~/ui/gallery/gallery';
import { wholePage } from '~/ui/gallery/pages';

/** `exemple`: a part that is a page of its own. */
export const loader = members(async ({ url }) => {
  const page = url.searchParams.get('exemple');
  if (page && !wholePage(page)) throw notFound();
  return { page };
});

export const handle = {
  title: ({ page }) => (page ? `Composants, ${page}` : 'Composants'),
  css: () => accentCss('[data-salon="exemple"]', '#2b6e4f'),
} satisfies PageHandle<Awaited<ReturnType<typeof loader>>>;

export default function Components() {
  return wholePage(useLoaderData<typeof loader>().page) ?? <GalleryPage />;
}
