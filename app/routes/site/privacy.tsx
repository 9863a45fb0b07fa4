import { useLoaderData } from '~/http/page';
import { anyone } from '~/http/route';
import { GROUNDS, REGISTER } from '~/privacy/rules/register';
import type { PageHandle } from '~/root';
import { PrivacyPage } from '~/ui/site/privacy';

export const loader = anyone(async ({ context: { config } }) => ({
  publisher: config.publisher,
  isDemo: config.demo,
  kept: REGISTER.map(({ ground, ...line }) => ({ ...line, ground: GROUNDS[ground] })),
}));

export const handle = {
  title: () => 'Confidentialité',
  description: () => 'Ce qu’Aurora50 garde de vous, pourquoi, combien de temps, et ce que vous pouvez demander.',
} satisfies PageHandle;

export default function Privacy() {
  return <PrivacyPage {...useLoaderData<typeof loader>()} />;
}
