import { Button } from '~/ui/button';
import { TextArea } from '~/ui/field';
import { ErrorSummary } from '~/ui/notice';
import { NarrowPage } from '~/ui/page';
import { href } from '~/urls';
import type { OwnDecision } from '../queries';
import { OUTCOME_FOR_REPORTER, REASON_MAX } from '../rules';
import { Answered, Statement } from './statement';

type DecisionPageProps = {
  readonly decision: OwnDecision;
  readonly typed: string;
  readonly errors: Readonly<Record<string, string>>;
};

/** What was decided, for whom it is about; to who has reported, what became of it and nothing else. */
export function DecisionPage({ decision, typed, errors }: DecisionPageProps) {
  if (decision.place === 'reporter') return <ForReporter decision={decision} />;
  return (
    <NarrowPage title="Une décision qui vous concerne">
      <ErrorSummary errors={errors} />
      <Statement decision={decision} />
      {decision.appeal ? (
        <>
          <Answered decision={decision} />
          {!decision.answer && <p>Une personne lira votre réponse et vous écrira.</p>}
        </>
      ) : (
        <AppealForm id={decision.id} typed={typed} error={errors.texte} />
      )}
      <p className="note">
        Vous pouvez aussi saisir la justice. Les <a href={href('houseRules')}>règles de la maison</a> sont les mêmes
        pour tous.
      </p>
    </NarrowPage>
  );
}

type AppealFormProps = { readonly id: number; readonly typed: string; readonly error?: string };

function AppealForm({ id, typed, error }: AppealFormProps) {
  return (
    <section className="suite" aria-labelledby="desaccord">
      <h2 id="desaccord">Vous n’êtes pas d’accord ?</h2>
      <form method="post" noValidate action={href('decision', { decision: id })}>
        <TextArea
          name="texte"
          label="Votre réponse"
          hint="Dites ce qui s’est passé de votre côté. Une personne la lira, et la décision peut être annulée."
          error={error}
          value={typed}
          rows={5}
          maxLength={REASON_MAX}
          required
        />
        <Button kind="principal" icon="send">
          Envoyer ma réponse
        </Button>
      </form>
    </section>
  );
}

function ForReporter({ decision: { outcome } }: Pick<DecisionPageProps, 'decision'>) {
  return (
    <NarrowPage title="Votre signalement a été lu">
      <p className="chapeau">{OUTCOME_FOR_REPORTER[outcome]}</p>
      <p>La personne concernée ne sait pas qui l’a signalée.</p>
      <p>
        Vous n’êtes pas d’accord ? Répondez au courriel que vous avez reçu : nous relirons. Vous pouvez aussi saisir la
        justice.
      </p>
    </NarrowPage>
  );
}
