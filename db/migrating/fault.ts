import { POOLER } from '../address';

/** What stops a migration. The message is for the operator, in plain French. */
export class MigrationFault extends Error {
  override readonly name = 'MigrationFault';
}

/** A refused or lost connection in plain words; undefined when the error is of another kind. */
export function connectionFault(error: unknown, address: string): MigrationFault | undefined {
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string };
  if (/unsupported startup parameter/i.test(message))
    return new MigrationFault(`DATABASE_URL : ${POOLER}.`, { cause: error });
  const why = CAUSES[code];
  if (why === undefined) return undefined;
  return new MigrationFault(`La base de données (${address}) ${why}`, { cause: error });
}

const CAUSES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'ne répond pas : rien n’écoute à cette adresse. Est-elle démarrée ?',
  ENOTFOUND: 'est introuvable : ce nom de machine n’existe pas. Vérifiez DATABASE_URL.',
  EAI_AGAIN: 'est introuvable : le nom de machine ne peut pas être cherché maintenant.',
  ETIMEDOUT: 'ne répond pas.',
  CONNECT_TIMEOUT: 'ne répond pas.',
  ECONNRESET: 'a coupé la connexion.',
  CONNECTION_CLOSED: 'a coupé la connexion.',
  CONNECTION_ENDED: 'a coupé la connexion.',
  '28P01': 'refuse ce mot de passe. Vérifiez DATABASE_URL.',
  '28000': 'refuse cet utilisateur. Vérifiez DATABASE_URL.',
  '3D000': 'n’existe pas sur ce serveur. Créez-la, ou vérifiez DATABASE_URL.',
  '53300': 'n’a plus de connexion libre.',
  '57P03': 'démarre ou s’arrête : réessayez dans un instant.',
};
