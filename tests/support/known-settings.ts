/** The settings, and the doors behind the links that they send. */
import { href } from '~/urls';
import type { Member } from './cast';
import type { KnownPage } from './known-pages';
import type { Site } from './site';

/** What a member sets for herself, and the question before what cannot be taken back. */
export async function settingsPages({ cast }: Site, owner: Member): Promise<KnownPage[]> {
  const pages = [
    'settings',
    'displaySettings',
    'presenceSettings',
    'password',
    'devices',
    'sessionTransfer',
    'linkedAccounts',
    'proof',
  ] as const;
  await cast.sql`
    insert into auth.oauth_accounts (provider, subject, user_id, email)
    values ('google', 'une-personne', ${owner.id}, 'monique@exemple.fr')`;
  // Of the admin, because whoever asks for these has just proven who she is.
  const proven = { who: 'admin', status: 200 } as const;
  return [
    ...pages.map((place) => ({ name: place, who: 'member', path: href(place), status: 200 }) as const),
    { name: 'linked accounts, with one', who: 'owner', path: href('linkedAccounts'), status: 200, again: true },
    { name: 'address of letters', ...proven, path: href('emailSettings') },
    {
      ...{ name: 'refused address', who: 'admin', path: href('emailSettings') },
      ...{ form: { courriel: 'x' }, status: 422, again: true },
    },
    {
      ...{ name: 'refused password', who: 'admin', path: href('password') },
      ...{ form: { mot_de_passe: 'court' }, status: 422, again: true },
    },
    { name: 'access card', ...proven, path: href('accessCard') },
    { name: 'access card, made', ...proven, path: href('accessCard'), form: {}, leads: true, again: true },
    {
      ...{ name: 'code for another device', who: 'member', path: href('sessionTransfer') },
      ...{ form: {}, leads: true, status: 200, again: true },
    },
    {
      ...{ name: 'refused state', who: 'member', path: href('presence'), from: href('presenceSettings') },
      ...{ form: { statut: 'ailleurs' }, status: 422 },
    },
    {
      name: 'dead link of an address',
      who: 'stranger',
      path: '/courriel/confirmer/rien',
      status: 404,
    },
    { name: 'lost on the way back from a provider', who: 'stranger', path: '/api/auth/callback', status: 400 },
    { name: 'dead link of an old address', who: 'stranger', path: '/courriel/reprendre/rien', status: 404 },
    { name: 'dead link of a device', who: 'stranger', path: '/connexion/appareil/rien', status: 404 },
    {
      name: 'refused card',
      who: 'stranger',
      path: '/connexion/carte',
      form: { courriel: 'anne@exemple.fr', code: '000 000 000 000 000 000 001' },
      status: 422,
      again: true,
    },
    { name: 'proof, after the letter', who: 'member', path: '/connexion/preuve?envoi=1', status: 200, again: true },
    {
      name: 'refused proof',
      who: 'member',
      path: '/connexion/preuve',
      form: { code: '12' },
      status: 422,
      again: true,
    },
  ];
}
