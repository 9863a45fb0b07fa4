import { givenSettings } from '~/config';
import { seeOther } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import { askForBackup, siteState } from '~/operating/commands/overview';
import { linesOf } from '~/operating/journal';
import { StatePage } from '~/operating/views/state';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const loader = members(async ({ context, url }) => {
  const asked = (url.searchParams.get('demande') ?? '').replaceAll('\0', '').slice(0, 40);
  return {
    ...(await siteState(context.database)),
    checks: await context.operating.checks(),
    live: context.operating.live(),
    hasKey: context.config.operating.backupKey !== null,
    settings: givenSettings(),
    asked,
    found: asked ? await linesOf(context.config.dataDir, asked) : null,
    now: new Date(),
  };
});

export const action = membersPost(async ({ context }) => {
  await askForBackup(context.database);
  return seeOther(href('siteState', {}, said('sauvegarde-demandee')));
});

export const handle = { title: () => 'État du site · Équipe', isPrivate: true } satisfies PageHandle;

export default function State() {
  return <StatePage {...useLoaderData<typeof loader>()} />;
}
