import type { GivenSetting } from '~/config';
import { momentInWords, plural } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Breadcrumb } from '~/ui/page';
import { Table } from '~/ui/table';
import { href } from '~/urls';
import type { SiteState } from '../commands/overview';
import type { Found } from '../journal';
import { type Checks, KEPT_DAYS, type LiveFigures, percentile } from '../rules/figures';
import { lasted, partNamed, STATES, size, time } from '../rules/words';
import { Backups } from './backups';
import { Search } from './search';
import { SelfTests } from './self-tests';

export type StatePageProps = SiteState & {
  readonly checks: Checks;
  readonly live: LiveFigures;
  readonly hasKey: boolean;
  readonly settings: readonly GivenSetting[];
  readonly asked: string;
  readonly found: Found | null;
  readonly now: Date;
};

export function StatePage(props: StatePageProps) {
  const { checks, live, now } = props;
  return (
    <>
      <Breadcrumb crumbs={[{ label: 'Équipe', href: href('admin') }]} here="État du site" />
      <div className="pile">
        <h1>État du site</h1>
        {!props.hasKey && (
          <Notice tone="alerte">
            <p>
              Rien n’est sauvegardé : il manque BACKUP_KEY. La commande « npm run backup -- --new-key » en donne une.
            </p>
          </Notice>
        )}
      </div>
      <section className="suite" aria-label="En ce moment">
        <Table
          caption="En ce moment"
          columns={[
            { title: 'Quoi', cell: ([name]: readonly [string, keyof typeof STATES]) => partNamed(name) },
            {
              title: 'État',
              cell: ([, check]) => (check === 'failed' ? <strong>{STATES[check]}</strong> : STATES[check]),
            },
          ]}
          rows={Object.entries(checks)}
        />
        <p>
          <a href={href('status')}>Ce que tout le monde peut lire</a>
        </p>
      </section>
      <Live live={live} jobs={props.jobs} mail={props.mail} now={now} />
      <Backups backups={props.backups} drills={props.drills} hasKey={props.hasKey} now={now} />
      <SelfTests selfTests={props.selfTests} settings={props.settings} now={now} />
      <Search asked={props.asked} found={props.found} />
      <Alerts alerts={props.alerts} now={now} />
      <Faults faults={props.faults} now={now} />
      <Routes routes={props.routes} />
      <Slow slow={props.slow} />
    </>
  );
}

type LiveProps = Pick<StatePageProps, 'live' | 'jobs' | 'mail' | 'now'>;

function Live({ live, jobs, mail, now }: LiveProps) {
  const { viewer, system } = live.pools;
  const waiting = jobs.reduce((sum, each) => sum + each.waiting, 0);
  const facts: readonly (readonly [string, string])[] = [
    ['En marche depuis', momentInWords(live.startedAt, now)],
    ['Réponses', `${live.answers.toLocaleString('fr-FR')}, dont ${plural(live.errors, 'erreur', 'erreurs')}`],
    ['Dernière annonce entendue', `il y a ${plural(Math.round(live.silence / 1_000), 'seconde', 'secondes')}`],
    ['Salons suivis en direct', live.streams.toLocaleString('fr-FR')],
    [
      'Travaux qui attendent',
      jobs.length === 0 ? 'aucun' : `${waiting}, le plus ancien ${momentInWords(jobs[0]?.oldest ?? now, now)}`,
    ],
    ['Courriels en retard', mail.late === 0 ? 'aucun' : String(mail.late)],
    [
      'Connexions à la base',
      `${viewer.lent + system.lent} prises, ${viewer.idle + system.idle} libres, ${viewer.waiting + system.waiting} attendues`,
    ],
    ['Mémoire', size(live.memory)],
  ];
  return (
    <section className="suite" aria-labelledby="processus">
      <h2 id="processus">Ce serveur</h2>
      <Table
        caption="Depuis son démarrage"
        columns={[
          { title: 'Quoi', cell: ([name]: (typeof facts)[number]) => name },
          { title: 'Combien', cell: ([, value]) => value },
        ]}
        rows={facts}
      />
    </section>
  );
}

function Alerts({ alerts, now }: Pick<StatePageProps, 'alerts' | 'now'>) {
  return (
    <section className="suite" aria-labelledby="alertes">
      <h2 id="alertes">Pannes depuis {plural(KEPT_DAYS, 'jour', 'jours')}</h2>
      {alerts.length === 0 && <p>Aucune.</p>}
      <ul>
        {alerts.map(({ id, part, beganAt, overAt }) => (
          <li key={id}>
            {partNamed(part)} : {momentInWords(beganAt, now)},{' '}
            {overAt ? `réparé en ${lasted(beganAt, overAt)}` : <strong>en cours</strong>}.
          </li>
        ))}
      </ul>
    </section>
  );
}

function Faults({ faults, now }: Pick<StatePageProps, 'faults' | 'now'>) {
  return (
    <section className="suite" aria-labelledby="erreurs">
      <h2 id="erreurs">Erreurs du programme</h2>
      {faults.length === 0 ? (
        <p>Aucune.</p>
      ) : (
        <Table
          caption="Par sorte, les plus récentes d’abord"
          columns={[
            { title: 'Quoi', cell: ({ what, place }: StatePageProps['faults'][number]) => `${what} ${place}` },
            { title: 'Combien de fois', cell: ({ occurrences }) => occurrences },
            { title: 'La première', cell: ({ firstSeenAt }) => momentInWords(firstSeenAt, now) },
            { title: 'La dernière', cell: ({ lastSeenAt }) => momentInWords(lastSeenAt, now) },
            { title: 'Journal', cell: ({ lastRequest }) => <InJournal request={lastRequest} /> },
          ]}
          rows={faults}
        />
      )}
    </section>
  );
}

function InJournal({ request }: { readonly request: string | null }) {
  if (request === null) return 'Sans demande';
  return <a href={href('siteState', {}, { demande: request })}>Lire ses lignes</a>;
}

function Routes({ routes }: Pick<StatePageProps, 'routes'>) {
  return (
    <section className="suite" aria-labelledby="temps">
      <h2 id="temps">Temps de réponse depuis {plural(KEPT_DAYS, 'jour', 'jours')}</h2>
      {routes.length === 0 ? (
        <p>Les premiers chiffres viennent après une minute.</p>
      ) : (
        <Table
          caption="Les adresses les plus demandées d’abord"
          columns={[
            { title: 'Adresse', cell: ({ method, route }: StatePageProps['routes'][number]) => `${method} ${route}` },
            { title: 'Réponses', cell: ({ answers }) => answers.toLocaleString('fr-FR') },
            { title: 'Erreurs', cell: ({ errors }) => errors.toLocaleString('fr-FR') },
            { title: 'Une sur deux en', cell: ({ buckets }) => time(percentile(buckets, 0.5)) },
            { title: '95 sur 100 en', cell: ({ buckets }) => time(percentile(buckets, 0.95)) },
          ]}
          rows={routes}
        />
      )}
    </section>
  );
}

function Slow({ slow }: Pick<StatePageProps, 'slow'>) {
  return (
    <section className="suite" aria-labelledby="lentes">
      <h2 id="lentes">Requêtes les plus lourdes</h2>
      {!slow || slow.length === 0 ? (
        <p>La base de données ne les compte pas : il lui manque l’extension pg_stat_statements.</p>
      ) : (
        <Table
          caption="Par temps passé en tout"
          columns={[
            {
              title: 'Requête',
              cell: ({ statement }: NonNullable<StatePageProps['slow']>[number]) => <code>{statement}</code>,
            },
            { title: 'Fois', cell: ({ calls }) => calls.toLocaleString('fr-FR') },
            { title: 'En moyenne', cell: ({ mean }) => time(Math.round(mean * 10) / 10) },
          ]}
          rows={slow}
        />
      )}
    </section>
  );
}
