import { dayInWords, dayKey, timeOfDay } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { drawings, type IconName } from '~/ui/icons';
import { Breadcrumb, Pager } from '~/ui/page';
import { Tabs } from '~/ui/tabs';
import { href } from '~/urls';
import type { JournalLine } from '../queries/own';
import { FILTERS, type FilterName } from '../rules/journal';

type JournalPageProps = {
  readonly lines: readonly JournalLine[];
  readonly filter: FilterName | null;
  /** The address of the next page. */
  readonly older: string | null;
  readonly now: Date;
};

const at = (genre?: string) => href('journal', {}, { genre });

/** D76: what I did, by day; nobody else reads it. */
export function JournalPage({ lines, filter, older, now }: JournalPageProps) {
  const tabs = [
    { label: 'Tout', href: at() },
    ...Object.entries(FILTERS).map(([name, { label }]) => ({ label, href: at(name) })),
  ];
  return (
    <>
      <Breadcrumb crumbs={[{ label: 'Mon parcours', href: href('myCourses') }]} here="Mon journal" />
      <div className="ouverture">
        <h1>Mon journal</h1>
        <p className="chapeau">Ce que vous avez fait, jour après jour. Personne d’autre que vous ne lit cette page.</p>
      </div>
      <Tabs label="Ce que montre le journal" tabs={tabs} here={at(filter ?? undefined)} />
      {lines.length === 0 && <p>Rien encore ici. Tout ce que vous ferez s’y rangera tout seul.</p>}
      {byDay(lines).map(({ key, day, lines: those }) => (
        <section key={key} className="suite">
          <h2>{capital(dayInWords(day, now))}</h2>
          <ul className="journal">
            {those.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ul>
        </section>
      ))}
      <Pager label="Pages du journal" previous={null} next={older ? { label: 'Plus ancien', href: older } : null} />
      <p className="suite">
        <a href={href('journalFile')}>Télécharger tout le journal (fichier pour tableur)</a>
      </p>
    </>
  );
}

function Line({ line: { title, icon, points, createdAt } }: { readonly line: JournalLine }) {
  return (
    <li>
      <span className="note">
        <time dateTime={createdAt.toISOString()}>{timeOfDay(createdAt)}</time>
      </span>{' '}
      <span>
        {isDrawn(icon) && <Icon name={icon} />} {title}
        {points !== 0 && <span className="note"> {points > 0 ? `+ ${points}` : `− ${-points}`} points</span>}
      </span>
    </li>
  );
}

const isDrawn = (name: string | null): name is IconName => name !== null && Object.hasOwn(drawings, name);

const capital = (words: string) => words.charAt(0).toLocaleUpperCase('fr') + words.slice(1);

function byDay(lines: readonly JournalLine[]) {
  const days: { key: string; day: Date; lines: JournalLine[] }[] = [];
  for (const line of lines) {
    const key = dayKey(line.createdAt);
    const last = days.at(-1);
    if (last?.key === key) last.lines.push(line);
    else days.push({ key, day: line.createdAt, lines: [line] });
  }
  return days;
}
