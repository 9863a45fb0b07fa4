/** Signing up and in: what its letters lead to, and its refusals. */
import { hashOf } from '~/auth/secrets';
import { href } from '~/urls';
import type { Member } from './cast';
import type { Furnishing, Part } from './known-page';

export async function signInPages({ cast }: Furnishing, member: Member, unconfirmed: Member): Promise<Part> {
  const link = (n: number) => `${'lien-de-la-lettre-'.repeat(3)}`.slice(0, 42) + n;
  const links = [
    ['sign_in', member],
    ['reset', member],
    ['confirmation', unconfirmed],
  ] as const;
  for (const [n, [purpose, { id, email }]] of links.entries()) {
    await cast.sql`
      insert into auth.tokens (hash, user_id, purpose, email, code_hash, expires_at)
      values (${hashOf(link(n))}, ${id}, ${purpose}, ${email}, ${hashOf('code')}, now() + interval '1 day')`;
  }
  const [signIn, reset] = [href('signInLink', { jeton: link(0) }), href('newPassword', { jeton: link(1) })];
  const states: Part['states'] = [
    {
      ...{ name: 'refused sign-in', who: 'stranger', path: href('signIn') },
      ...{ form: { courriel: 'personne@exemple.fr', mot_de_passe: 'pas-celui-la' }, status: 422 },
    },
    {
      ...{ name: 'refused sign-up', who: 'stranger', path: href('signUp') },
      ...{ form: { nom: '', courriel: 'x', mot_de_passe: 'court' }, status: 422 },
    },
    { name: 'sign-in link without its code', who: 'stranger', path: signIn, form: { code: '' }, status: 422 },
    { name: 'dead sign-in link', who: 'stranger', path: href('signInLink', { jeton: 'rien' }), status: 404 },
    { name: 'refused new password', who: 'stranger', path: reset, form: { mot_de_passe: 'soleil2024' }, status: 422 },
    { name: 'confirmation', who: 'stranger', path: href('confirmAddress', {}, { jeton: link(2) }), status: 200 },
    { name: 'waiting for the confirmation', who: 'unconfirmed', path: href('waiting'), status: 200 },
    {
      ...{ name: 'no letter of that kind', who: 'unconfirmed', status: 200 },
      path: href('waiting', {}, { 'pas-encore': 1 }),
    },
    {
      ...{ name: 'refused code', who: 'unconfirmed', from: href('waiting'), path: href('signInCode') },
      ...{ form: { courriel: unconfirmed.email, code: '12' }, status: 422 },
    },
    { name: 'address to correct', who: 'unconfirmed', path: href('address'), status: 200 },
    { name: 'salons, unconfirmed', who: 'unconfirmed', path: href('salons'), status: 200 },
    {
      ...{ name: 'reset code without its letter', who: 'stranger', from: href('forgottenPassword') },
      ...{ path: href('resetCode'), form: { code: '123456' }, status: 422 },
    },
    { name: 'waiting without cookies', who: 'stranger', path: href('waiting', {}, { suite: 1 }), status: 200 },
    { name: 'refused letter', who: 'stranger', path: href('signInLetter'), form: { courriel: 'x' }, status: 422 },
  ];
  const params = {
    '/connexion/lien': { jeton: link(0) },
    '/mot-de-passe': { jeton: link(1) },
    '/courriel': { jeton: 'rien' },
    '/connexion/appareil': { jeton: 'rien' },
  };
  return { params, states };
}
