import { renderSVG } from 'uqr';
import { offerSessionTransfer } from '~/auth/commands/session-transfer';
import { offerOf } from '~/auth/queries/session-transfers';
import { SESSION_TRANSFER_MINUTES } from '~/auth/rules/card';
import { inGroups, SESSION_TRANSFER_CODE } from '~/auth/rules/typed-code';
import { hashOf, sessionTransferCodeOf } from '~/auth/secrets';
import { SessionTransferPage } from '~/auth/views/settings/session-transfer';
import { seeOther } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { type ShortCookie, shortCookie, shortCookieIn } from '~/short-cookie';
import { href } from '~/urls';

/** The secret is shown by this page alone and stored nowhere: a reload shows it again from here. */
const SHOWN: ShortCookie = {
  name: 'aurora_passage',
  path: href('sessionTransfer'),
  life: SESSION_TRANSFER_MINUTES * 60,
  sameSite: 'Strict',
};

export const loader = members(async ({ context, viewer, request }) => {
  const { origin } = context.config;
  const found = await context.database.systemStatement((tx) => offerOf(tx, viewer.sessionId));
  const secret = shortCookieIn(SHOWN, request);
  const isShown = found?.isOpen && secret && hashOf(secret) === found.linkHash;
  const offer = isShown
    ? {
        code: inGroups(sessionTransferCodeOf(secret), SESSION_TRANSFER_CODE),
        qrSvg: renderSVG(origin + href('sessionTransferLink', { jeton: secret }), { border: 2 }),
        address: (origin + href('sessionTransferCode')).replace(/^https?:\/\//, ''),
        until: found.expiresAt,
      }
    : null;
  return { name: viewer.name, offer, usedBy: found?.usedBy ?? null };
});

export const action = membersPost(async ({ context, viewer }) => {
  const secret = await offerSessionTransfer(context, viewer);
  const headers = { 'Set-Cookie': shortCookie(SHOWN, secret, context.config.origin) };
  return seeOther(href('sessionTransfer'), headers);
});

export const handle = { title: () => 'Passer sur un autre appareil' } satisfies PageHandle;

export default function SessionTransfer() {
  return <SessionTransferPage {...useLoaderData<typeof loader>()} />;
}
