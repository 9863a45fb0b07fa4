/** Settings in the states that look different. */
import { href } from '~/urls';
import type { Member } from './cast';
import type { Furnishing, Part } from './known-page';

/** What a member sets for herself, and the question before what cannot be taken back. */
export async function settingsPages({ cast }: Furnishing, owner: Member): Promise<Part> {
  await cast.sql`
    insert into auth.oauth_accounts (provider, subject, user_id, email)
    values ('google', 'une-personne', ${owner.id}, 'monique@exemple.fr')`;
  await cast.sql`
    select
      add_notice(${owner.id}, 'badge', 'un-badge', said => 'Vous avez terminé votre premier cours.'),
      add_notice(${owner.id}, 'salon', 'un-salon', said => 'Le salon « Anticonstitutionnellement vôtre » va fermer.')`;
  const recu = 'E-2026-7Q3M8KX2PA';
  await cast.sql`
    insert into erasure_receipts (reference, keeps_messages, keeps_certificates, erased_at, backups_until, receipt)
    values (${recu}, false, true, now(), now() + interval '30 days', '{}')`;
  const states: Part['states'] = [
    { name: 'notices, some to read', who: 'owner', path: href('notices'), status: 200 },
    {
      name: 'refused erasure',
      who: 'member',
      path: href('erasure'),
      form: { messages: 'x', mot_de_passe: '' },
      status: 422,
    },
    { name: 'linked accounts, with one', who: 'owner', path: href('linkedAccounts'), status: 200 },
    // Of the admin, because whoever asks for these has just proven who she is.
    { name: 'refused address', who: 'admin', path: href('emailSettings'), form: { courriel: 'x' }, status: 422 },
    {
      ...{ name: 'refused password', who: 'admin', path: href('password') },
      ...{ form: { mot_de_passe: 'court' }, status: 422 },
    },
    { name: 'access card, made', who: 'admin', path: href('accessCard'), form: {}, leads: true, status: 200 },
    {
      ...{ name: 'code for another device', who: 'member', path: href('sessionTransfer') },
      ...{ form: {}, leads: true, status: 200 },
    },
    {
      ...{ name: 'refused state', who: 'member', path: href('presence'), from: href('presenceSettings') },
      ...{ form: { statut: 'ailleurs' }, status: 422 },
    },
    {
      ...{ name: 'refused card', who: 'stranger', path: href('cardSignIn') },
      ...{ form: { courriel: 'anne@exemple.fr', code: '000 000 000 000 000 000 001' }, status: 422 },
    },
    { name: 'proof, after the letter', who: 'member', path: href('proof', {}, { envoi: 1 }), status: 200 },
    { name: 'refused proof', who: 'member', path: href('proof'), form: { code: '12' }, status: 422 },
  ];
  return { params: { '/recus': { recu } }, states };
}
