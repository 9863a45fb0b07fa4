import { DisplaySettingsPage } from '~/auth/views/settings/display';
import { comfortOf } from '~/http/comfort-cookie';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';

export const loader = members(async ({ request, viewer }) => ({ comfort: comfortOf(request, viewer) }));

export const handle = { title: () => 'Taille du texte et couleurs' } satisfies PageHandle;

export default function DisplaySettings() {
  return <DisplaySettingsPage {...useLoaderData<typeof loader>()} />;
}
