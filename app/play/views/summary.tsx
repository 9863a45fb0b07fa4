import { LinkButton } from '~/ui/button';
import { plural } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { Progress } from '~/ui/progress';
import { href } from '~/urls';
import type { Stats } from '../queries/own';
import { type Level, levelAt } from '../rules/points';
import { BadgeEmblem } from './emblem';
import { Streak } from './streak';

type PlaySummaryProps = {
  readonly stats: Stats;
  readonly badges: readonly { readonly badgeId: string; readonly title: string }[];
};

/** On « Mon parcours »: points and level, the streak, the last badges, and the ways to all of it. */
export function PlaySummary({ stats, badges }: PlaySummaryProps) {
  const level = levelAt(stats.points);
  return (
    <section className="suite">
      <h2>Mes points</h2>
      <Progress
        id="niveau"
        label={`Niveau ${level.number} : ${level.name}`}
        done={level.next ? stats.points - level.from : 1}
        total={level.next ? level.next.from - level.from : 1}
        words={wordsOf(stats.points, level)}
      />
      <Streak stats={stats} />
      {badges.length > 0 && (
        <ul className="boutons">
          {badges.slice(-3).map(({ badgeId, title }) => (
            <li key={badgeId}>
              <BadgeEmblem id={badgeId} />
              <span className="hors-vue">{title}</span>
            </li>
          ))}
        </ul>
      )}
      <Ways />
    </section>
  );
}

function Ways() {
  const ways = [
    { to: href('badges'), icon: 'check', words: 'Mes badges' },
    { to: href('journal'), icon: 'clock', words: 'Mon journal' },
    { to: href('ranking'), icon: 'users', words: 'Le classement, pour qui le souhaite' },
  ] as const;
  return (
    <>
      <ul className="liens">
        {ways.map(({ to, icon, words }) => (
          <li key={to}>
            <a href={to}>
              <Icon name={icon} /> {words}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <LinkButton kind="discret" href={href('howItCounts')} icon="info">
          Comment cela compte
        </LinkButton>
      </p>
    </>
  );
}

function wordsOf(points: number, { next }: Level): string {
  if (points === 0) return 'Tout commence ici, quand vous voulez : une leçon, un message, un bonjour.';
  if (!next) return `${plural(points, 'point', 'points')}.`;
  return `${plural(points, 'point', 'points')}. « ${next.name} » commence à ${plural(next.from, 'point', 'points')}.`;
}
