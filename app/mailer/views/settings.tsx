import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/choice';
import { Breadcrumb } from '~/ui/page';
import { href } from '~/urls';
import { MAIL_KINDS } from '../choices/rules';
import type { StopReason } from '../rules';
import { MailTrouble } from './trouble';

export type MailSettingsProps = {
  readonly choices: readonly { readonly kind: string; readonly wanted: boolean }[];
  readonly trouble: { readonly reason: StopReason; readonly stoppedAt: Date } | null;
  readonly email: string;
  readonly now: Date;
};

const TITLE = 'Les courriels que je reçois';

export function MailSettingsPage({ choices, trouble, email, now }: MailSettingsProps) {
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
    </div>
  );
}

function KindBox({ kind, wanted }: { readonly kind: string; readonly wanted: boolean }) {
  const known = MAIL_KINDS[kind];
  return known ? <Checkbox name={known.field} label={known.label} hint={known.hint} checked={wanted} /> : null;
}
