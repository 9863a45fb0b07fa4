/**
 * Who may pass is said once, in the row; that a row was not opened by mistake is said here, by its address. A page for
 * strangers stands in both lists on purpose (K01, K02).
 */
import { expect, test } from 'vitest';
import { type Place, places, rowOf } from '~/urls';

const OPEN = `
  home help houseRules accessibility privacy terms legal offline serviceWorker comfort health alive metrics status signUp address
  providerSignUp signIn arrival waiting signInLetter signInLink signInCode sessionTransferCode sessionTransferLink
  cardSignIn lostKeys provider providerReturn signOut forgottenPassword resetCode newPassword confirmAddress
  sendConfirmation confirmNewAddress takeBackAddress shareLink courses course lesson lessonVideo attestationIssuer
  sharePicture invitation invitationPicture statusList certificate certificateJson certificateSvg certificatePng certificatePdf unsubscribe unsubscribeAll
  subscribeAgain writeLess brevoWebhook stripeWebhook plans cancelPlan storedPicture
  erasureReceipt erasureReceiptJson`;

const isOpen = (audience: string | undefined) => audience === 'anyone' || audience === 'machine';

test('a stranger may open or send these addresses, and no others', () => {
  const open = places.filter((place) => isOpen(rowOf(place).get) || isOpen(rowOf(place).post));
  expect(open.sort()).toEqual(OPEN.trim().split(/\s+/).sort());
});

test('a guest behind a share link or an invitation sees the salon, and joins it as a member only', () => {
  expect([rowOf('shareLink').post, rowOf('invitation').post]).toEqual(['member', 'member']);
});

/** Whoever the address itself says: nobody below it may be less. */
const BELOW: readonly (readonly [beginning: string, audiences: readonly string[]])[] = [
  ['/admin/auteurs', ['proven admin']],
  ['/admin/courrier', ['admin']],
  // The route asks: the team, or the owner of a salon.
  ['/admin/signalements', ['member']],
  ['/admin/cours', ['author']],
  ['/admin/', ['admin', 'proven admin', 'workshop', 'author', 'team']],
  ['/admin', ['team']],
];

test.each(places.filter((place) => rowOf(place).pattern.startsWith('/admin')))('%s is for the team', (place: Place) => {
  const { pattern, get, post } = rowOf(place);
  const [, allowed = []] =
    BELOW.find(([beginning]) => `${pattern}/`.startsWith(`${beginning.replace(/\/$/, '')}/`)) ?? [];
  expect([get, post].filter((audience) => audience && !allowed.includes(audience))).toEqual([]);
});

test.each<[Place, string]>([
  ['emailSettings', 'proven'],
  ['accessCard', 'proven'],
  ['unlinkAccount', 'proven'],
  ['dataCopy', 'proven'],
])('%s asks for a fresh proof (G06)', (place, audience) => {
  expect(rowOf(place).post).toBe(audience);
});
