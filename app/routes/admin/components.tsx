import type { PageHandle } from '~/root';
import { accentCss } from '~/ui/colour';
import { GalleryPage } from '~/ui/gallery/gallery';
import { workshop } from './workshop';

export const loader = workshop(async () => null);

export const handle = {
  title: () => 'Composants',
  css: () => accentCss('[data-salon="exemple"]', '#2b6e4f'),
} satisfies PageHandle;

export default function Components() {
  return <GalleryPage />;
}
