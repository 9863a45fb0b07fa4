import { useLoaderData } from '~/http/page';
import { anyone } from '~/http/route';
import type { PageHandle } from '~/root';
import { figuresFor } from '~/routes/site/figures';
import { HelpPage } from '~/ui/site/help';

export const loader = anyone(async ({ context: { config, plans } }) => ({
  figures: figuresFor(plans()),
  publisher: config.publisher,
  isDemo: config.demo,
}));

export const handle = {
  title: () => 'Aide',
  description: () =>
    'Les réponses aux questions de tous les jours : lire en grand, écrire dans un salon, inviter quelqu’un, retrouver son compte.',
} satisfies PageHandle;

export default function Help() {
  return <HelpPage {...useLoaderData<typeof loader>()} />;
}
