import { Button } from '~/ui/button';
import { dayLabel } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { href } from '~/urls';
import type { MailHistory } from '../commands';
import { LettersTable } from './letters';

type HistoryProps = {
  readonly history: MailHistory;
  readonly titles: Readonly<Record<string, string>>;
  readonly now: Date;
};

/** C-03: what was sent to one address, and why nothing arrives. */
export function History({ history, titles, now }: HistoryProps) {
  const { email, letters } = history;
  return (
    <section aria-labelledby="recherche" className="suite">
      <h2 id="recherche">{email}</h2>
      <p>{accountInWords(history, now)}</p>
      {history.stoppedAt && <Stop history={history} now={now} />}
      {letters.length === 0 ? (
        <p>Aucun courriel pour cette adresse depuis trente jours.</p>
      ) : (
        <LettersTable caption="Les cinquante derniers courriels" letters={letters} titles={titles} now={now} />
      )}
    </section>
  );
}

function accountInWords({ accountId, confirmedAt }: MailHistory, now: Date): string {
  if (!accountId) return 'Aucun compte n’a cette adresse.';
  return confirmedAt
    ? `Un compte a cette adresse, confirmée le ${dayLabel(confirmedAt, now)}.`
    : 'Un compte a cette adresse, pas encore confirmée.';
}

const WHY: Readonly<Record<string, string>> = {
  hard_bounce: 'sa messagerie ne connaît pas cette adresse',
  soft_bounces: 'trois courriels sont revenus de suite',
  complaint: 'la personne a classé un courriel comme indésirable. Ne reprenez qu’à sa demande',
};

function Stop({ history, now }: { readonly history: MailHistory; readonly now: Date }) {
  const { email, stopReason, stoppedAt } = history;
  return (
    <Notice tone="alerte">
      <p>
        Plus rien ne part vers cette adresse{stoppedAt && ` depuis le ${dayLabel(stoppedAt, now)}`} :{' '}
        {WHY[stopReason ?? ''] ?? 'raison inconnue'}.
      </p>
      <form method="post" noValidate action={href('liftStop')}>
        <input type="hidden" name="courriel" value={email} />
        <Button kind="second">Écrire de nouveau à cette adresse</Button>
      </form>
    </Notice>
  );
}
