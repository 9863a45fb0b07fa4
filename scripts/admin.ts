/** `npm run admin -- --email A`: makes the account of this address an administrator: how a new site gets its first one. */
import { openDatabase } from '~/db';
import { giveRole, roleAt } from '~/members/queries/roles';
import { prepareRoles } from '../db/migrate';
import { withDatabase } from './database';
import { calledWith, refuse } from './options.mjs';

const COMMAND = {
  does: 'Fait du compte qui a cette adresse un compte d’administrateur.',
  usage: 'Usage : npm run admin -- --email adresse@exemple.fr',
  options: { email: { type: 'string' } },
} as const;

const email = calledWith(COMMAND).values.email?.trim() || refuse(COMMAND, 'Il manque l’adresse du compte.');
await withDatabase(({ url }) => makeAdmin(url, email));

/** An address that nobody has confirmed may be somebody else's; the owner of the machine answers for the rest. */
async function makeAdmin(url: string, address: string): Promise<boolean> {
  await prepareRoles(url);
  const database = openDatabase(url, { viewers: 1, systems: 1 });
  try {
    const [done, words] = await database.asSystem(async (tx) => {
      const account = await roleAt(tx, address);
      if (!account) return [false, 'Aucun compte n’a cette adresse. Inscrivez-vous d’abord sur le site.'] as const;
      if (!account.confirmed)
        return [false, 'Cette adresse n’est pas encore confirmée : ouvrez le courriel reçu.'] as const;
      if (account.role === 'admin') return [true, 'Ce compte est déjà administrateur.'] as const;
      await giveRole(tx, account.id, 'admin');
      return [true, 'Ce compte est maintenant administrateur.'] as const;
    });
    (done ? console.log : console.error)(words);
    return done;
  } finally {
    await database.close();
  }
}
