import { LENGTHS } from '~/auth/rules/suspension';
import { NATURES } from '~/members/rules/card';
import { Button } from '~/ui/button';
import { ChoiceGroup } from '~/ui/choice';
import { Select, TextArea } from '~/ui/field';
import { fullMoment, momentInWords, ofBefore } from '~/ui/format';
import { ErrorSummary, Notice } from '~/ui/notice';
import { Breadcrumb } from '~/ui/page';
import { href } from '~/urls';
import type { Decision, ReportFile, ReportReason } from '../queries';
import {
  fieldOf,
  OUTCOMES,
  type Outcome,
  outcomesFor,
  REASON_MAX,
  RULES,
  type Rule,
  SEALED_DAYS,
  type Typed,
} from '../rules';
import { Answered, Statement } from './statement';

export type ReportPageProps = {
  readonly file: ReportFile;
  readonly reasons: readonly ReportReason[];
  readonly decision: Decision | null;
  readonly before: readonly Decision[];
  readonly typed: Typed;
  readonly errors: Readonly<Record<string, string>>;
  readonly now: Date;
};

/** One report as whoever decides of it reads it. */
export function ReportPage(props: ReportPageProps) {
  const { file, reasons, decision, before, typed, errors, now } = props;
  const waits = decision?.appeal && !decision.answer;
  return (
    <div className="etroit">
      <Breadcrumb crumbs={[{ label: 'Signalements', href: href('reports') }]} here={file.name} />
      <h1>
        {file.saidAt ? 'Un message' : 'Le compte'} {ofBefore(file.name)}
        <bdi>{file.name}</bdi>
      </h1>
      <ErrorSummary errors={errors} />
      {file.isStaff && (
        <Notice tone="info">
          <p>Cette visite est notée : la personne la lit dans « Qui a regardé mes données ».</p>
        </Notice>
      )}
      <Words file={file} />
      <section className="suite" aria-labelledby="motifs">
        <h2 id="motifs">Ce qu’on nous en dit</h2>
        <ul className="pile">
          {reasons.map(({ id, nature, reason, createdAt }) => (
            <li key={id} className="carte">
              <p dir="auto">{reason}</p>
              <p className="note">
                {NATURES[nature as keyof typeof NATURES]}, {momentInWords(createdAt, now)}
              </p>
            </li>
          ))}
        </ul>
      </section>
      {before.length > 0 && <Before decisions={before} />}
      {decision ? <Statement decision={decision} /> : <Judge file={file} typed={typed} errors={errors} />}
      {decision?.appeal && <Answered decision={decision} />}
      {waits && <AnswerForm file={file} typed={typed} errors={errors} />}
    </div>
  );
}

function Words({ file: { words, saidAt, salonName, subjectId } }: Pick<ReportPageProps, 'file'>) {
  return (
    <section className="pile">
      {words && (
        <blockquote className="carte" dir="auto">
          {words}
        </blockquote>
      )}
      {saidAt && !words && <p>Les mots signalés ne sont gardés que {SEALED_DAYS} jours : ils ont disparu.</p>}
      <p className="note">
        {saidAt && `Écrit le ${fullMoment(saidAt)}`}
        {saidAt && salonName && (
          <>
            {' '}
            dans « <bdi>{salonName}</bdi> »
          </>
        )}
        {saidAt && '. '}
        <a href={href('member', { membre: subjectId })}>Voir sa fiche</a>
      </p>
    </section>
  );
}

function Before({ decisions }: { readonly decisions: readonly Decision[] }) {
  return (
    <section className="suite" aria-labelledby="avant">
      <h2 id="avant">Déjà décidé à son sujet</h2>
      <ul>
        {decisions.map(({ id, outcome, createdAt, upheld }) => (
          <li key={id}>
            {OUTCOMES[outcome]}, le {fullMoment(createdAt)}
            {upheld === false && ' (annulé ensuite)'}
          </li>
        ))}
      </ul>
    </section>
  );
}

const HINTS: Readonly<Record<Outcome, string>> = {
  none: 'Seules les personnes qui ont signalé en sont averties.',
  warned: 'La personne reçoit votre explication, et rien n’est retiré.',
  removed: 'À sa place on lit « Message supprimé ».',
  banned: 'Elle ne lit plus ce salon et n’y entre plus.',
  suspended: 'Elle est déconnectée partout, et ne peut que lire la décision et y répondre.',
};

function Judge({ file, typed, errors }: Pick<ReportPageProps, 'file' | 'typed' | 'errors'>) {
  const about = { hasMessage: file.messageId !== null, hasSalon: file.salonId !== null, isStaff: file.isStaff };
  return (
    <section className="suite" aria-labelledby="decider">
      <h2 id="decider">Décider</h2>
      <form method="post" noValidate action={href('report', { signalement: file.id })}>
        <ChoiceGroup
          name="decision"
          legend="Votre décision"
          value={typed.decision}
          error={errors.decision}
          choices={outcomesFor(about).map((outcome) => ({
            ...{ value: fieldOf(outcome), label: OUTCOMES[outcome], hint: HINTS[outcome] },
          }))}
          layout="colonne"
        />
        {file.isStaff && (
          <ChoiceGroup
            name="jours"
            legend="Si vous suspendez, pour combien de temps"
            value={typed.jours}
            error={errors.jours}
            choices={Object.entries(LENGTHS).map(([value, label]) => ({ value, label }))}
            layout="rangee"
          />
        )}
        <Select
          name="regle"
          label="La règle qui compte ici"
          value={typed.regle}
          error={errors.regle}
          options={RULES satisfies Readonly<Record<Rule, string>>}
          empty="Choisir une règle"
        />
        <Reason typed={typed} errors={errors} label="Pourquoi" />
        <Button kind="principal" icon="check">
          Prendre cette décision
        </Button>
      </form>
    </section>
  );
}

type ReasonProps = Pick<ReportPageProps, 'typed' | 'errors'> & { readonly label: string };

function Reason({ typed, errors, label }: ReasonProps) {
  return (
    <TextArea
      name="motif"
      label={label}
      hint="Les faits, en quelques phrases. La personne le lira, avec le moyen de répondre."
      error={errors.motif}
      value={typed.motif}
      rows={5}
      maxLength={REASON_MAX}
      required
    />
  );
}

function AnswerForm({ file, typed, errors }: Pick<ReportPageProps, 'file' | 'typed' | 'errors'>) {
  return (
    <section className="suite" aria-labelledby="repondre">
      <h2 id="repondre">Lui répondre</h2>
      <form method="post" noValidate action={href('report', { signalement: file.id })}>
        <ChoiceGroup
          name="decision"
          legend="Que devient la décision"
          value={typed.decision}
          error={errors.decision}
          choices={[
            { value: 'maintenir', label: 'Elle est maintenue' },
            { value: 'annuler', label: 'Elle est annulée', hint: 'Ce qu’elle a fait est défait aussitôt.' },
          ]}
          layout="colonne"
        />
        <Reason typed={typed} errors={errors} label="Votre réponse" />
        <Button kind="principal" icon="send">
          Envoyer cette réponse
        </Button>
      </form>
    </section>
  );
}
