import { useLoaderData } from '~/http/page';
import { anyone } from '~/http/route';
import type { PageHandle } from '~/root';
import { HouseRulesPage } from '~/ui/site/house-rules';

export const loader = anyone(async ({ context: { config } }) => ({
  publisher: config.publisher,
  isDemo: config.demo,
}));

export const handle = {
  title: () => 'Règles de la maison',
  description: () =>
    'Comment on se parle dans les salons d’Aurora50, qui veille, et que faire si un message vous blesse.',
} satisfies PageHandle;

export default function HouseRules() {
  return <HouseRulesPage {...useLoaderData<typeof loader>()} />;
}
