import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/choice';
import { momentInWords } from '~/ui/format';
import { Breadcrumb } from '~/ui/page';
import { href } from '~/urls';
import { MAIL_KINDS } from '../choices/rules';
import type { StopReason } from '../rules';
import { MailTrouble } from './trouble';

type JournalLine = { readonly id: number; readonly at: Date; readonly words: string };

export type MailSettingsProps = {
  readonly choices: readonly { readonly kind: string; readonly wanted: boolean }[];
  readonly trouble: { readonly reason: StopReason; readonly stoppedAt: Date } | null;
  readonly journal: readonly JournalLine[];
  readonly email: string;
  readonly now: Date;
};

const TITLE = 'Les courriels que je reçois';

export function MailSettingsPage({ choices, trouble, journal, email, now }: MailSettingsProps) {
  return (
    <div className="etroit">
      <Breadcrumb crumbs={[{ label: 'Réglages', href: href('settings') }]} here={TITLE} />
      <h1>{TITLE}</h1>
      {trouble && <MailTrouble trouble={trouble} email={email} now={now} />}
      <p>
        Ils arrivent à <strong className="adresse-longue">{email}</strong>.
      </p>
      <form method="post" noValidate action={href('mailSettings')} className="pile">
        <fieldset className="choix colonne">
          <legend>Écrivez-moi pour</legend>
          {choices.map(({ kind, wanted }) => (
            <KindBox key={kind} kind={kind} wanted={wanted} />
          ))}
        </fieldset>
        <p className="note">
          Les courriels dont votre compte a besoin continuent toujours : connexion, paiement, sécurité.
        </p>
        <Button kind="principal" icon="check">
          Enregistrer mes choix
        </Button>
      </form>
      <Journal journal={journal} now={now} />
    </div>
  );
}

function KindBox({ kind, wanted }: { readonly kind: string; readonly wanted: boolean }) {
  const known = MAIL_KINDS[kind];
  return known ? <Checkbox name={known.field} label={known.label} hint={known.hint} checked={wanted} /> : null;
}

/** U17: what the team has looked at. */
function Journal({ journal, now }: { readonly journal: readonly JournalLine[]; readonly now: Date }) {
  return (
    <section aria-labelledby="regards" className="suite">
      <h2 id="regards">Ce que l’équipe a fait ou consulté</h2>
      {journal.length === 0 ? (
        <p>Rien jusqu’ici. Si l’équipe regarde vos courriels ou change vos droits, ce sera écrit ici.</p>
      ) : (
        <ul>
          {journal.map(({ id, at, words }) => (
            <li key={id}>
              {words} <span className="note">({momentInWords(at, now)})</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
