import { useLoaderData } from '~/http/page';
import { anyone } from '~/http/route';
import { publicState } from '~/operating/commands/overview';
import { StatusPage } from '~/operating/views/status';
import type { PageHandle } from '~/root';

export const loader = anyone(async ({ context }) => ({
  ...(await publicState(context.database)),
  now: new Date(),
}));

export const handle = {
  title: () => 'État du site',
  description: () => 'Ce qui fonctionne en ce moment, les dernières pannes et la dernière sauvegarde vérifiée.',
} satisfies PageHandle;

export default function Status() {
  return <StatusPage {...useLoaderData<typeof loader>()} />;
}
