import { Button } from '~/ui/button';
import { ChoiceGroup } from '~/ui/choice';
import { TextArea } from '~/ui/field';
import { NATURES, REPORT_MAX } from '../rules/card';

export type ReportTyped = { readonly nature: string; readonly reason: string };

type ReportFormProps = ReportTyped & {
  readonly action: string;
  readonly errors: Readonly<Record<string, string>>;
};

/** Of a member or of a message: what it is, and what happened. */
export function ReportForm({ action, nature, reason, errors }: ReportFormProps) {
  return (
    <form method="post" action={action} noValidate>
      <ChoiceGroup
        name="nature"
        legend="De quoi s’agit-il ?"
        value={nature}
        error={errors.nature}
        choices={Object.entries(NATURES).map(([value, label]) => ({ value, label }))}
        layout="colonne"
      />
      <TextArea
        name="motif"
        label="Que s’est-il passé ?"
        hint="Une personne lira vos mots. Celle que vous signalez ne saura pas qui les a écrits."
        error={errors.motif}
        value={reason}
        rows={4}
        maxLength={REPORT_MAX}
        required
      />
      <Button kind="second" icon="send">
        Envoyer le signalement
      </Button>
    </form>
  );
}
