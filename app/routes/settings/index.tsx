import { linkedAccounts } from '~/auth/queries/oauth';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import { comfortCookie, comfortOf } from '~/members/comfort-cookie';
import { saveSettings } from '~/members/commands/settings';
import { parseSettings } from '~/members/rules/settings';
import { SettingsPage } from '~/members/views/settings/index';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { sizeOf } from '~/ui/comfort';
import { href } from '~/urls';

export const loader = members(async ({ context: { database, providers }, viewer }) => {
  const linked = await database.systemStatement((tx) => linkedAccounts(tx, viewer.id));
  return { name: viewer.name, hasOtherDoors: providers.size > 0 || linked.length > 0 };
});

/** The fields of any page of settings: what is not sent stays as it is. */
export const action = membersPost(async ({ context, viewer, form, request }) => {
  const parsed = parseSettings(form);
  if (!parsed.ok) return page({ errors: parsed.errors }, 422);
  const { textSize, theme } = parsed.value;
  await saveSettings(context, viewer, parsed.value);
  const before = comfortOf(request, viewer);
  const comfort = { taille: textSize ? sizeOf(textSize) : before.taille, theme: theme ?? before.theme };
  const headers: HeadersInit = textSize || theme ? { 'Set-Cookie': comfortCookie(comfort, context.config.origin) } : {};
  return seeOther(href('settings', {}, said('regle')), headers);
});

export const handle = { title: () => 'Mes réglages' } satisfies PageHandle;

export default function Settings() {
  const refused = useActionData<typeof action>();
  return <SettingsPage {...useLoaderData<typeof loader>()} errors={refused?.errors ?? {}} />;
}
