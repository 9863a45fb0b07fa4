/** A salon with a message to report, and everybody whom a report concerns. */
import { href } from '~/urls';
import type { Member } from './cast';
import type { Visitor } from './server';
import { mainOf, type Site, words } from './site';

export type Name = 'odile' | 'remi' | 'paul' | 'zoe' | 'autre' | 'moderatrice' | 'admin';
export type People = Readonly<Record<Name, Member>>;
export type Visitors = Readonly<Record<Name, Visitor>>;
export type Reporting = {
  readonly people: People;
  readonly as: Visitors;
  readonly salon: string;
  readonly message: string;
};
export const WORDS = 'Achetez mes bons du trésor, c’est garanti.';
export const JUDGED = { regle: 'vente', motif: 'Ce message propose un placement.', jours: '7' };

export async function reportingIn(site: Site): Promise<Reporting> {
  const { cast } = site;
  const people = {
    /** Owns the salon. */
    odile: await cast.member('Odile'),
    /** Is reported. */
    remi: await cast.member('Rémi Faure'),
    /** Reports. */
    paul: await cast.member('Paul Vidal'),
    /** Is a member too. */
    zoe: await cast.member('Zoé'),
    /** Owns another salon. */
    autre: await cast.member('Lucienne'),
    moderatrice: await cast.member('Monique', { role: 'moderator' }),
    admin: await cast.member('Adèle', { role: 'admin' }),
  };
  const as = Object.fromEntries(
    await Promise.all(Object.entries(people).map(async ([name, member]) => [name, await site.as(member)] as const)),
  ) as Record<Name, Visitor>;
  const salon = (await cast.salon(people.odile, { name: 'Jardin' })).id;
  await cast.salon(people.autre);
  for (const name of ['remi', 'paul', 'zoe'] as const) await cast.join(people[name], salon);
  await as.remi.post(href('messages', { salon }), { texte: WORDS });
  const [said] = await cast.sql<{ id: string }[]>`select id from chat_messages where user_id = ${people.remi.id}`;
  return { people, as, salon, message: String(said?.id) };
}

/** What the people do, by the site's forms. */
export function reportsOf(site: Site, here: () => Reporting) {
  const report = (
    who: Name,
    motif = 'Il veut me vendre quelque chose.',
    at: { salon: string; message: string } = here(),
  ) =>
    here().as[who].post(href('reportMessage', { salon: at.salon, message: at.message }), { nature: 'argent', motif });
  const reports = () => site.cast.sql<{ id: string; words: string | null; reason: string }[]>`
    select id, words, reason from reports where reported_id = ${here().people.remi.id} order by id`;
  return {
    report,
    reports,
    /** Gives the id of Paul's report. */
    async reported() {
      await report('paul');
      return String((await reports())[0]?.id);
    },
    decide: (who: Name, id: string, decision: string, more: Readonly<Record<string, string>> = {}) =>
      here().as[who].post(href('report', { signalement: id }), { ...JUDGED, decision, ...more }),
    textOf: async (who: Name, path: string) => words(mainOf(await (await here().as[who].get(path)).text())),
  };
}
