import { NATURES } from '~/members/rules/card';
import { momentInWords, ofBefore, plural } from '~/ui/format';
import { Badge } from '~/ui/page';
import { href } from '~/urls';
import type { DecidedLine, OpenLine } from '../queries';
import { OUTCOMES, TARGET_HOURS } from '../rules';

type QueuePageProps = {
  readonly open: readonly OpenLine[];
  readonly decided: readonly DecidedLine[];
  readonly isStaff: boolean;
  readonly now: Date;
};

export function QueuePage({ open, decided, isStaff, now }: QueuePageProps) {
  const waiting = decided.filter(({ isWaiting }) => isWaiting);
  const done = decided.filter(({ isWaiting }) => !isWaiting);
  return (
    <div className="etroit">
      <h1>Signalements</h1>
      <p className="chapeau">
        {isStaff ? 'Ceux de toute la maison.' : 'Ceux de vos salons.'} Chacun est lu par une personne, en{' '}
        {plural(TARGET_HOURS, 'heure', 'heures')} au plus. Celles qui ont signalé ne sont jamais nommées.
      </p>
      <section className="suite" aria-labelledby="a-lire">
        <h2 id="a-lire">À lire</h2>
        {open.length === 0 ? (
          <p>Aucun signalement n’attend.</p>
        ) : (
          <ul className="pile">
            {open.map((line) => (
              <OpenItem key={line.id} line={line} now={now} />
            ))}
          </ul>
        )}
      </section>
      {waiting.length > 0 && <Decided id="reponses" title="Réponses à lire" lines={waiting} now={now} />}
      {done.length > 0 && <Decided id="decides" title="Déjà décidés" lines={done} now={now} />}
    </div>
  );
}

function OpenItem({ line, now }: { readonly line: OpenLine; readonly now: Date }) {
  const { id, name, salonName, isMessage, reports, natures, since } = line;
  const isLate = now.getTime() - since.getTime() > TARGET_HOURS * 3_600_000;
  const kinds = natures.map((nature) => NATURES[nature as keyof typeof NATURES]).filter(Boolean);
  return (
    <li className="carte">
      <p>
        {isLate && <Badge>En retard</Badge>}{' '}
        <a href={href('report', { signalement: id })}>
          {isMessage ? 'Un message' : 'Le compte'} {ofBefore(name) + name}
        </a>
        {salonName && (
          <>
            {' '}
            dans « <bdi>{salonName}</bdi> »
          </>
        )}
      </p>
      <p className="note">
        {kinds.join(', ')}. {plural(reports, 'signalement', 'signalements')}, {momentInWords(since, now)}.
      </p>
    </li>
  );
}

type DecidedProps = {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly DecidedLine[];
  readonly now: Date;
};

function Decided({ id, title, lines, now }: DecidedProps) {
  return (
    <section className="suite" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="pile">
        {lines.map((line) => (
          <li key={line.id}>
            <a href={href('report', { signalement: line.reportId })}>{line.name}</a>
            {'\u202f: '}
            {OUTCOMES[line.outcome].toLowerCase()}
            {line.upheld === false && ', puis annulé'}{' '}
            <span className="note">({momentInWords(line.createdAt, now)})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
