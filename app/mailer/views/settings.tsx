import { Button } from '~/ui/button';
import { Checkbox, ChoiceGroup } from '~/ui/choice';
import { Select } from '~/ui/field';
import { plural } from '~/ui/format';
import { ErrorSummary } from '~/ui/notice';
import { Breadcrumb } from '~/ui/page';
import { href } from '~/urls';
import { MAIL_KINDS } from '../choices/rules';
import { HOURS, PER_WEEK, ZONES } from '../daily/rules';
import type { StopReason } from '../rules';
import { MailTrouble } from './trouble';

export type MailSettingsProps = {
  readonly choices: readonly { readonly kind: string; readonly wanted: boolean }[];
  readonly trouble: { readonly reason: StopReason; readonly stoppedAt: Date } | null;
  readonly rhythm: Rhythm;
  /** Optional letters of the last seven days. */
  readonly thisWeek: number;
  readonly email: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly now: Date;
};

type Rhythm = {
  readonly hour: number;
  readonly zone: string;
  readonly quietFrom: number | null;
  readonly quietUntil: number | null;
  readonly perWeek: number;
};

const TITLE = 'Les courriels que je reçois';

export function MailSettingsPage({ choices, trouble, rhythm, thisWeek, email, errors, now }: MailSettingsProps) {
  return (
    <div className="etroit">
      <Breadcrumb crumbs={[{ label: 'Réglages', href: href('settings') }]} here={TITLE} />
      <h1>{TITLE}</h1>
      {trouble && <MailTrouble trouble={trouble} email={email} now={now} />}
      <ErrorSummary errors={errors} />
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
        <RhythmFields rhythm={rhythm} thisWeek={thisWeek} errors={errors} />
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

type RhythmFieldsProps = Pick<MailSettingsProps, 'rhythm' | 'thisWeek' | 'errors'>;

/** U08: when, and how much at most. */
function RhythmFields({ rhythm, thisWeek, errors }: RhythmFieldsProps) {
  const at = (hour: number | null) => (hour === null ? '' : String(hour));
  return (
    <>
      <ChoiceGroup
        name="plafond"
        legend="Combien au plus"
        hint={`Cette semaine : ${plural(thisWeek, 'courriel', 'courriels')}, sur ${rhythm.perWeek} au plus.`}
        value={String(rhythm.perWeek)}
        error={errors.plafond}
        choices={Object.entries(PER_WEEK)
          .map(([value, label]) => ({ value, label }))
          .reverse()}
        layout="rangee"
      />
      <Select
        name="heure"
        label="L’heure de la lettre du jour"
        value={at(rhythm.hour)}
        error={errors.heure}
        options={HOURS}
        empty="Choisir une heure"
      />
      <Select
        name="fuseau"
        label="À l’heure de"
        value={rhythm.zone}
        error={errors.fuseau}
        options={ZONES}
        empty="Choisir un endroit"
      />
      <Select
        name="calme_de"
        label="Heures calmes, à partir de"
        hint="De l’une à l’autre, les autres courriels attendent."
        value={at(rhythm.quietFrom)}
        error={errors.calme_de}
        options={HOURS}
        empty="Pas d’heures calmes"
      />
      <Select
        name="calme_a"
        label="Jusqu’à"
        value={at(rhythm.quietUntil)}
        error={errors.calme_a}
        options={HOURS}
        empty="Pas d’heures calmes"
      />
    </>
  );
}

function KindBox({ kind, wanted }: { readonly kind: string; readonly wanted: boolean }) {
  const known = MAIL_KINDS[kind];
  return known ? <Checkbox name={known.field} label={known.label} hint={known.hint} checked={wanted} /> : null;
}
