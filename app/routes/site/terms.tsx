import { useLoaderData } from '~/http/page';
import { anyone } from '~/http/route';
import type { PageHandle } from '~/root';
import { figuresFor } from '~/routes/site/figures';
import { TermsPage } from '~/ui/site/terms';

export const loader = anyone(async ({ context: { config, plans, stripe } }) => ({
  sells: stripe !== null,
  plans: figuresFor(plans()).plans,
  publisher: config.publisher,
  isDemo: config.demo,
}));

export const handle = {
  title: () => 'Conditions d’utilisation',
  description: () => 'Ce qu’Aurora50 propose, ce que cela coûte, et ce que chacun doit à l’autre.',
} satisfies PageHandle;

export default function Terms() {
  return <TermsPage {...useLoaderData<typeof loader>()} />;
}
