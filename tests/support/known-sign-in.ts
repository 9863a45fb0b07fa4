/** The doors: what their letters lead to, and their refusals. */
import { hashOf } from '~/auth/secrets';
import { href } from '~/urls';
import type { Member } from './cast';
import type { KnownPage } from './known-pages';
import type { Site } from './site';

/** What is behind the links of letters, and what is shown while one waits for them. */
export async function byLetter({ cast }: Site, member: Member, unconfirmed: Member): Promise<KnownPage[]> {
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
  const [signIn, reset, confirm] = [
    href('signInLink', { jeton: link(0) }),
    href('newPassword', { jeton: link(1) }),
    href('confirmAddress', {}, { jeton: link(2) }),
  ];
  const pages: Omit<KnownPage, 'again'>[] = [
    { name: 'sign-in link, of another browser', who: 'stranger', path: signIn, status: 200 },
    { name: 'sign-in link without its code', who: 'stranger', path: signIn, form: { code: '' }, status: 422 },
    { name: 'dead sign-in link', who: 'stranger', path: href('signInLink', { jeton: 'rien' }), status: 404 },
    { name: 'new password', who: 'stranger', path: reset, status: 200 },
    { name: 'refused new password', who: 'stranger', path: reset, form: { mot_de_passe: 'soleil2024' }, status: 422 },
    { name: 'confirmation', who: 'stranger', path: confirm, status: 200 },
    { name: 'waiting for the confirmation', who: 'unconfirmed', path: '/connexion/courrier', status: 200 },
    { name: 'no letter of that kind', who: 'unconfirmed', path: '/connexion/courrier?pas-encore=1', status: 200 },
    {
      ...{ name: 'refused code', who: 'unconfirmed', from: '/connexion/courrier', path: '/connexion/code' },
      ...{ form: { courriel: unconfirmed.email, code: '12' }, status: 422 },
    },
    { name: 'address to correct', who: 'unconfirmed', path: '/inscription/adresse', status: 200 },
    { name: 'salons, unconfirmed', who: 'unconfirmed', path: '/salons', status: 200 },
    {
      ...{ name: 'reset code without its letter', who: 'stranger', from: '/mot-de-passe/oubli' },
      ...{ path: '/mot-de-passe/code', form: { code: '123456' }, status: 422 },
    },
    { name: 'waiting without cookies', who: 'stranger', path: '/connexion/courrier?suite=1', status: 200 },
    {
      ...{ name: 'refused letter', who: 'stranger', path: '/connexion/lien', form: { courriel: 'x' }, status: 422 },
    },
  ];
  return pages.map((page) => ({ ...page, again: true }));
}

export function refusedAtTheDoor(): KnownPage[] {
  return [
    {
      name: 'refused sign-in',
      who: 'stranger',
      path: '/connexion',
      form: { courriel: 'personne@exemple.fr', mot_de_passe: 'pas-celui-la' },
      status: 422,
      again: true,
    },
    {
      name: 'refused sign-up',
      who: 'stranger',
      path: '/inscription',
      form: { nom: '', courriel: 'x', mot_de_passe: 'court' },
      status: 422,
      again: true,
    },
  ];
}
