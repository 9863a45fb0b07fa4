import { renderSVG } from 'uqr';
import { makeCard } from '~/auth/commands/access-card';
import { accountOf } from '~/auth/queries/accounts';
import { cardOf } from '~/auth/queries/recovery-codes';
import { inGroups, RECOVERY_CODE } from '~/auth/rules/typed-code';
import { hashOf } from '~/auth/secrets';
import { CardPage } from '~/auth/views/settings/card';
import { seeOther } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { type ShortCookie, shortCookie, shortCookieIn } from '~/short-cookie';
import { href } from '~/urls';

/** The code is shown by this page alone: time enough to find the printer. */
const SHOWN: ShortCookie = { name: 'aurora_carte', path: href('accessCard'), life: 15 * 60, sameSite: 'Strict' };

export const loader = members(async ({ context: { database, config }, viewer, request }) => {
  const made = await database.systemStatement((tx) => cardOf(tx, viewer.id));
  const code = shortCookieIn(SHOWN, request);
  const page = { madeAt: made?.createdAt ?? null, now: new Date() };
  if (!made || !code || hashOf(code) !== made.hash) return { ...page, card: null };
  const account = await database.systemStatement((tx) => accountOf(tx, viewer.id));
  const url = config.origin + href('cardSignIn');
  const card = {
    email: account?.email ?? '',
    code: inGroups(code, RECOVERY_CODE),
    qrSvg: renderSVG(url, { border: 2 }),
    address: url.replace(/^https?:\/\//, ''),
  };
  return { ...page, card };
});

export const action = membersPost(async ({ context, viewer }) => {
  const code = await makeCard(context, viewer);
  const headers = { 'Set-Cookie': shortCookie(SHOWN, code, context.config.origin) };
  return seeOther(href('accessCard'), headers);
});

export const handle = { title: () => 'Ma carte d’accès' } satisfies PageHandle;

export default function AccessCard() {
  return <CardPage {...useLoaderData<typeof loader>()} />;
}
