import { useLoaderData } from '~/http/page';
import { anyone } from '~/http/route';
import type { PageHandle } from '~/root';
import { LegalPage } from '~/ui/site/legal';

export const loader = anyone(async ({ context: { config } }) => ({
  publisher: config.publisher,
  isDemo: config.demo,
}));

export const handle = {
  title: () => 'Mentions légales',
  description: () => 'Qui publie Aurora50, qui l’héberge, et comment écrire à l’éditeur.',
} satisfies PageHandle;

export default function Legal() {
  return <LegalPage {...useLoaderData<typeof loader>()} />;
}
