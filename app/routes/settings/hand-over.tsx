import { redirect } from '@remix-run/node';
import { renderSVG } from 'uqr';
import { offerHandOver } from '~/auth/commands/hand-over';
import { HAND_OVER_MINUTES, offerOf } from '~/auth/queries/hand-overs';
import { HAND_OVER_CODE, inGroups } from '~/auth/rules/typed-code';
import { handOverCodeOf, hashOf } from '~/auth/secrets';
import { HandOverPage } from '~/auth/views/settings/hand-over';
import { useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import { type ShortCookie, shortCookie, shortCookieIn } from '~/http/short-cookie';
import type { PageHandle } from '~/root';
import { href } from '~/urls';

/** The secret is shown by this page alone and stored nowhere: a reload shows it again from here. */
const SHOWN: ShortCookie = {
  name: 'aurora_passage',
  path: href('handOver'),
  life: HAND_OVER_MINUTES * 60,
  sameSite: 'Strict',
};

export const loader = members(async ({ context, viewer, request }) => {
  const { origin } = context.config;
  const found = await context.database.systemStatement((tx) => offerOf(tx, viewer.sessionId));
  const secret = shortCookieIn(SHOWN, request);
  const isShown = found?.isOpen && secret && hashOf(secret) === found.linkHash;
  const offer = isShown
    ? {
        code: inGroups(handOverCodeOf(secret), HAND_OVER_CODE),
        qrSvg: renderSVG(origin + href('handOverLink', { jeton: secret }), { border: 2 }),
        address: (origin + href('handOverCode')).replace(/^https?:\/\//, ''),
        until: found.expiresAt,
      }
    : null;
  return { name: viewer.name, offer, usedBy: found?.usedBy ?? null };
});

export const action = membersPost(async ({ context, viewer }) => {
  const secret = await offerHandOver(context, viewer);
  const headers = { 'Set-Cookie': shortCookie(SHOWN, secret, context.config.origin) };
  return redirect(href('handOver'), { status: 303, headers });
});

export const handle = { title: () => 'Passer sur un autre appareil' } satisfies PageHandle;

export default function HandOver() {
  return <HandOverPage {...useLoaderData<typeof loader>()} />;
}
