import { useLoaderData } from '~/http/page';
import { anyone } from '~/http/route';
import type { PageHandle } from '~/root';
import { LostKeysPage } from '~/ui/site/lost-keys';

export const loader = anyone(async ({ context: { config } }) => ({
  publisher: config.publisher,
  isDemo: config.demo,
}));

export const handle = {
  title: () => 'Je ne retrouve plus rien',
  description: () => 'Mot de passe oublié, courriel perdu, téléphone cassé : comment retrouver votre compte Aurora50.',
} satisfies PageHandle;

export default function LostKeys() {
  return <LostKeysPage {...useLoaderData<typeof loader>()} />;
}
