import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import { comfortOf } from '~/members/comfort-cookie';
import { DisplaySettingsPage } from '~/members/views/settings/display';
import type { PageHandle } from '~/root';

export const loader = members(async ({ request, viewer }) => ({ comfort: comfortOf(request, viewer) }));

export const handle = { title: () => 'Taille du texte et couleurs' } satisfies PageHandle;

export default function DisplaySettings() {
  return <DisplaySettingsPage {...useLoaderData<typeof loader>()} />;
}
