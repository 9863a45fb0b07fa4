import { notFound } from '~/errors';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';
import { accentCss } from '~/ui/colour';
import { GalleryPage } from '~/ui/gallery/gallery';

/** For admins; a demonstration shows it to whoever has signed in. */
export const loader = members(async ({ context, viewer }) => {
  if (viewer.appRole !== 'admin' && !context.config.demo) throw notFound();
  return null;
});

export const handle = {
  title: () => 'Composants',
  css: () => accentCss('[data-salon="exemple"]', '#2b6e4f'),
} satisfies PageHandle;

export default function Components() {
  return <GalleryPage />;
}
