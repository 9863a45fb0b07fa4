import { momentInWords, plural } from '~/ui/format';
import { Breadcrumb } from '~/ui/page';
import { Table } from '~/ui/table';
import { href } from '~/urls';
import type { CountedFigures } from '../queries/computed-figures';
import type { Week } from '../queries/week-figures';
import { FIGURES, type Figure, weekInWords } from '../rules/figures';
import { OffersTable } from './offers';

type FiguresPageProps = CountedFigures & { readonly now: Date };

/** Z07: each drawing has its table beside it, and all of it comes as a file. */
export function FiguresPage({ weeks, salons, courses, offers, computedAt, now }: FiguresPageProps) {
  return (
    <div className="etroit">
      <Breadcrumb crumbs={[{ label: 'Équipe', href: href('admin') }]} here="Chiffres" />
      <div className="ouverture">
        <h1>Chiffres</h1>
        <p className="chapeau">
          Semaine par semaine, comptés dans nos propres tables, sans cookie et sans nommer personne. La dernière semaine
          n’est pas finie.
        </p>
        <p className="note">Calculé {momentInWords(computedAt, now)}, puis toutes les heures.</p>
      </div>
      <p>
        <a href={href('figuresFile')}>Télécharger (fichier pour tableur)</a>
      </p>
      {FIGURES.map((figure) => (
        <section key={figure.key} className="suite">
          <h2>{figure.name}</h2>
          <Bars figure={figure} weeks={weeks} />
          <details className="repli">
            <summary>Les mêmes chiffres en tableau</summary>
            <Table
              caption={figure.name}
              rows={weeks}
              columns={[
                { title: 'Semaine', cell: ({ monday }) => weekInWords(monday) },
                { title: 'Nombre', cell: (week) => week[figure.key] },
              ]}
            />
          </details>
        </section>
      ))}
      <section className="suite">
        <h2>Ce qui mène à un abonnement</h2>
        <OffersTable lines={offers} />
      </section>
      <section className="suite">
        <h2>Les cours</h2>
        <Table
          caption="Depuis le début"
          rows={courses}
          columns={[
            { title: 'Cours', cell: ({ title }) => title },
            { title: 'Commencé par', cell: ({ begun }) => plural(begun, 'personne', 'personnes') },
            { title: 'Terminé par', cell: ({ begun, finished }) => `${finished} (${share(finished, begun)})` },
          ]}
        />
      </section>
      <section className="suite">
        <h2>Les salons</h2>
        <Table
          caption="Sept derniers jours, les plus vivants d’abord"
          rows={salons}
          columns={[
            { title: 'Salon', cell: ({ name }) => name },
            { title: 'Membres', cell: ({ members }) => members },
            { title: 'Messages', cell: ({ messages }) => messages },
            { title: 'Personnes qui écrivent', cell: ({ writers }) => writers },
          ]}
        />
      </section>
    </div>
  );
}

const PERCENT = new Intl.NumberFormat('fr-FR', { style: 'percent' });
const share = (part: number, whole: number) => PERCENT.format(whole === 0 ? 0 : part / whole);

const STEP = 48;
const HEIGHT = 120;
const HEAD = 30;
/** On a telephone the drawing is half as wide as it is drawn. */
const LETTERS = 24;
const MANY = 1_000;

/** Drawn here; the table below says the same. */
function Bars({ figure, weeks }: { readonly figure: Figure; readonly weeks: readonly Week[] }) {
  const most = Math.max(1, ...weeks.map((week) => week[figure.key]));
  const width = STEP * weeks.length;
  return (
    <svg
      className="courbe"
      viewBox={`0 0 ${width} ${HEAD + HEIGHT + 4}`}
      role="img"
      aria-label={`${figure.name}, par semaine`}
    >
      {weeks.map((week, n) => {
        const value = week[figure.key];
        const height = Math.round((value / most) * HEIGHT);
        return (
          <g key={week.monday}>
            <rect
              className="e-violet"
              // The theme of contrast fills nothing.
              stroke="currentColor"
              x={n * STEP + 6}
              y={HEAD + HEIGHT - height}
              width={STEP - 12}
              height={height}
            />
            <text
              x={n * STEP + STEP / 2}
              y={HEAD + HEIGHT - height - 6}
              textAnchor="middle"
              fill="currentColor"
              fontSize={most < MANY ? LETTERS : LETTERS * 0.7}
            >
              {value}
            </text>
          </g>
        );
      })}
      <path className="e-trait" d={`M0 ${HEAD + HEIGHT + 2}H${width}`} />
    </svg>
  );
}
