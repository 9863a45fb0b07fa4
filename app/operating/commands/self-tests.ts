/** The site tries its own parts (W07–W09): a letter, each setting that leads somewhere, and a signed webhook to itself. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Payment } from '~/billing/commands/sync';
import { type Config, doubtfulSettings } from '~/config';
import type { Database } from '~/db';
import type { Files } from '~/files/commands/draft';
import { isInFolder, postsOf } from '~/mailer/post';
import { letterWriter } from '~/mailer/writer';
import { href } from '~/urls';
import { shelfOf } from '../backups/shelf';
import { serverVersion } from '../queries/self-tests';
import { ANSWERS_WITHIN, SELF_TESTS, type SelfTest, type SelfTestName } from '../rules/self-tests';

export type TriedHouse = {
  readonly config: Config;
  readonly database: Database;
  readonly files: Pick<Files, 'store'>;
  readonly stripe: Payment['stripe'] | null;
};

type Found = Omit<SelfTest, 'name'>;
const passed = (words: string): Found => ({ outcome: 'passed', words });
const failed = (words: string): Found => ({ outcome: 'failed', words });
const off = (words: string): Found => ({ outcome: 'off', words });

/** @param to who gets the letter; null: nobody is known yet */
export function runSelfTests(house: TriedHouse, to: string | null, now: Date): Promise<SelfTest[]> {
  const tests: Readonly<Record<SelfTestName, () => Promise<Found>>> = {
    database: () => database(house),
    folder: () => folder(house),
    settings,
    address: () => address(house),
    letter: () => letter(house, to, now),
    pictures: () => pictures(house),
    backups: () => backups(house),
    payments: () => payments(house),
    webhook: () => webhook(house),
  };
  return Promise.all(
    (Object.keys(SELF_TESTS) as SelfTestName[]).map(async (name) => ({ name, ...(await inTime(tests[name])) })),
  );
}

/** Why something failed is told by its code alone: a library's message may hold a key or an address. */
async function inTime(test: () => Promise<Found>): Promise<Found> {
  const late = new AbortController();
  const slow = pause(ANSWERS_WITHIN, failed('Pas de réponse à temps.'), { signal: late.signal });
  slow.catch(() => {});
  try {
    return await Promise.race([test(), slow]);
  } catch (error) {
    const { code, detail } = error as { code?: unknown; detail?: unknown };
    const reason = [code, detail].filter((each) => typeof each === 'string' && /^[\w.-]{1,40}$/.test(each)).join(', ');
    return failed(reason ? `Ne répond pas comme prévu (${reason}).` : 'Ne répond pas comme prévu.');
  } finally {
    late.abort();
  }
}

async function database({ database: door }: TriedHouse): Promise<Found> {
  const began = performance.now();
  const version = await door.systemStatement(serverVersion);
  const ms = Math.ceil(performance.now() - began);
  return passed(`PostgreSQL ${version.split(' ')[0]} répond en ${ms} ms.`);
}

async function folder({ config }: TriedHouse): Promise<Found> {
  const place = await mkdtemp(path.join(config.dataDir, '.essai-'));
  await writeFile(path.join(place, 'essai'), 'essai', { flush: true }).finally(() =>
    rm(place, { recursive: true, force: true }),
  );
  return passed('Le dossier peut être écrit.');
}

/** The start refuses malformed ones; what it lets through is told here. */
async function settings(): Promise<Found> {
  const doubts = doubtfulSettings();
  return doubts.length === 0 ? passed('Tous les noms sont connus.') : failed(doubts.join(' ').slice(0, 400));
}

async function address({ config }: TriedHouse): Promise<Found> {
  const answer = await fetch(config.origin + href('alive'), { redirect: 'manual' }).catch(() => null);
  const isOurs = answer?.status === 200 && (await answer.text()) === '{"status":"ok"}';
  return isOurs
    ? passed('ORIGIN mène à ce site.')
    : failed('ORIGIN ne mène pas à ce site depuis cette machine : vérifiez l’adresse, son certificat et le proxy.');
}

async function letter({ config }: TriedHouse, to: string | null, now: Date): Promise<Found> {
  if (to === null) return off('Personne à qui écrire : réglez ALERT_EMAIL, ou nommez une administratrice.');
  const props = { at: now.toISOString(), path: href('siteState') };
  const written = await letterWriter(config).write('selfTest', props, { unsubscribePath: null, email: to });
  const about = { id: randomUUID(), template: 'selfTest', to, createdAt: now, unsubscribeUrl: null, reopen: false };
  const outcome = await postsOf(config).post.send({ ...written, ...about });
  if (outcome.is !== 'sent') return failed(`Le courriel n’est pas parti : ${outcome.reason}.`);
  return isInFolder(config, to)
    ? passed('Le courriel est un fichier dans DATA_DIR/courrier : aucun ne part de ce site.')
    : passed('Le courriel est parti : regardez dans votre boîte.');
}

async function pictures({ config, files }: TriedHouse): Promise<Found> {
  const key = `avatars/essai-${randomUUID()}.txt`;
  const bytes = Buffer.from('essai');
  await files.store.put(key, bytes, 'text/plain');
  const read = await files.store.read(key).finally(() => files.store.remove([key]));
  if (!read?.equals(bytes)) return failed('Ce qui a été gardé n’a pas pu être relu.');
  return passed(config.bucket ? 'Le seau garde les photos et les rend.' : 'Le dossier garde les photos et les rend.');
}

async function backups({ config }: TriedHouse): Promise<Found> {
  if (config.operating.backupKey === null) return off('Rien n’est sauvegardé : il manque BACKUP_KEY.');
  const kept = await shelfOf(config).list();
  return kept.length > 0 ? passed(`${kept.length} gardées.`) : failed('Aucune sauvegarde n’est encore faite.');
}

async function payments({ stripe }: TriedHouse): Promise<Found> {
  if (!stripe) return off('Aucune clé de Stripe.');
  const { prices, livemode } = stripe.config;
  for (const plan of ['premium', 'annuel'] as const) {
    const { active } = await stripe.ask((client) => client.prices.retrieve(prices[plan][0] ?? ''));
    if (!active) return failed(`Le tarif de la formule ${plan} n’est plus en vente chez Stripe.`);
  }
  return passed(
    livemode
      ? 'La clé et les deux tarifs sont connus, en mode réel.'
      : 'La clé et les deux tarifs sont connus, en mode d’essai.',
  );
}

/** An event of the other mode: it is taken, and changes nothing. */
async function webhook({ config, stripe }: TriedHouse): Promise<Found> {
  if (!stripe) return off('Aucune clé de Stripe.');
  const body = JSON.stringify({
    ...{
      id: `evt_essai_${randomUUID()}`,
      object: 'event',
      type: 'customer.updated',
      livemode: !stripe.config.livemode,
    },
    ...{ created: Math.floor(Date.now() / 1_000), data: { object: { object: 'customer', id: 'cus_essai' } } },
  });
  const signature = await stripe.sign(body);
  const post = async (sent: string) => {
    const headers = { 'Content-Type': 'application/json', 'Stripe-Signature': signature };
    const answer = await fetch(here(config) + href('stripeWebhook'), { method: 'POST', headers, body: sent });
    await answer.body?.cancel();
    return answer.status;
  };
  const [taken, again, altered] = [await post(body), await post(body), await post(`${body} `)];
  if (taken === 204 && again === 204 && altered === 400)
    return passed('Un événement signé est pris, un autre est refusé.');
  return failed(`Réponses ${taken}, ${again} et ${altered} au lieu de 204, 204 et 400.`);
}

/** This process and its likes, without what stands in front of them. */
function here({ host, port }: Config): string {
  const reached = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${reached.includes(':') ? `[${reached.replace(/[[\]]/g, '')}]` : reached}:${port}`;
}
