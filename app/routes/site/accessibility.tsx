import { useLoaderData } from '~/http/page';
import { anyone } from '~/http/route';
import type { PageHandle } from '~/root';
import { AccessibilityPage } from '~/ui/site/accessibility';

export const loader = anyone(async ({ context: { config } }) => ({
  publisher: config.publisher,
  isDemo: config.demo,
}));

export const handle = {
  title: () => 'Accessibilité',
  description: () =>
    'Où en est l’accessibilité d’Aurora50, ce qui est vérifié, comment signaler un défaut et quels sont vos recours.',
} satisfies PageHandle;

export default function Accessibility() {
  return <AccessibilityPage {...useLoaderData<typeof loader>()} />;
}
