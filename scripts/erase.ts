/**
 * `npm run erase -- --email A --now`: carries out an erasure that was asked for on the site, by letter or on paper, without
 * the seven days. Without `--now` it is asked for, and the member may still change her mind.
 */
import { ownerOf } from '~/auth/queries/accounts';
import { stripeDoor } from '~/billing/stripe/client';
import { type Config, loadConfig } from '~/config';
import { openDatabase } from '~/db';
import { openFiles } from '~/files/open';
import { askErasure } from '~/privacy/commands/ask';
import { carryOut, type House } from '~/privacy/commands/erase';
import { erasureOf } from '~/privacy/queries/erasures';
import { CHANGE_OF_MIND_DAYS } from '~/privacy/rules/erasure';
import { prepareRoles } from '../db/migrate';
import { withDatabase } from './database';
import { calledWith, refuse as refuseWords } from './options.mjs';

const text = { type: 'string' } as const;
const COMMAND = {
  does: 'Efface le compte de cette adresse : après le délai de réflexion, ou tout de suite avec --now.',
  usage:
    'Usage : npm run erase -- --email adresse@exemple.fr [--now] [--messages garder|effacer] [--attestations garder|effacer]',
  options: { email: text, now: { type: 'boolean' }, messages: text, attestations: text },
} as const;

const LAST_ADMIN =
  'C’est la seule personne qui administre ce site. Donnez d’abord ce rôle à une autre : npm run admin -- --email …';

const asked = given();
// Read before the database is opened: its faults are told in the same words as at a start.
const config = loadConfig();
await withDatabase(({ url }) => erase(config, url, asked));

type Asked = ReturnType<typeof given>;

function given() {
  const { email, now = false, messages, attestations } = calledWith(COMMAND).values;
  if (!email?.trim()) return refuseWords(COMMAND, 'Il manque l’adresse du compte.');
  const odd = [messages, attestations].find((choice) => choice && choice !== 'garder' && choice !== 'effacer');
  if (odd) return refuseWords(COMMAND, `« ${odd} » n’est ni « garder » ni « effacer ».`);
  return { email: email.trim(), now, messages, attestations };
}

async function erase(config: Config, url: string, { email, now, ...choices }: Asked): Promise<boolean> {
  await prepareRoles(url);
  const database = openDatabase(url, { viewers: 1, systems: 2 });
  const house = { config, database, files: openFiles(config), stripe: config.stripe && stripeDoor(config.stripe) };
  try {
    const owner = await database.systemStatement((tx) => ownerOf(tx, email));
    if (!owner) return refuse('Aucun compte n’a cette adresse. Il n’y a rien à effacer.');
    const before = await database.systemStatement((tx) => erasureOf(tx, owner.id));
    const left = {
      messages: choices.messages ? choices.messages === 'garder' : (before?.keepsMessages ?? false),
      certificates: choices.attestations ? choices.attestations === 'garder' : (before?.keepsCertificates ?? false),
    };
    const erasure = await askErasure(house, owner, left, new Date(), now ? 0 : CHANGE_OF_MIND_DAYS);
    if (erasure === 'last_admin') return refuse(LAST_ADMIN);
    if (!now) return say(`L’effacement est prévu le ${erasure.dueAt.toLocaleString('fr-FR')} (${erasure.reference}).`);
    return await carriedOut(house, owner.id, erasure.reference);
  } finally {
    await database.close();
  }
}

/** The server may have been quicker: then there is nothing left to do, which is as well. */
async function carriedOut(house: House, userId: string, reference: string): Promise<boolean> {
  if ((await carryOut(house, userId, new Date())) === 'last_admin') return refuse(LAST_ADMIN);
  return say(`Le compte est effacé. Reçu : ${house.config.origin}/recus/${reference}`);
}

function say(words: string): boolean {
  console.log(words);
  return true;
}

function refuse(words: string): boolean {
  console.error(words);
  return false;
}
