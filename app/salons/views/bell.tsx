import { BELLS, type OwnBell, PAUSES, untilInWords } from '~/salons/rules/bell';
import { Button } from '~/ui/button';
import { ChoiceGroup } from '~/ui/choice';
import { Select } from '~/ui/field';
import { href } from '~/urls';

export type BellValues = { readonly notifications: string; readonly pause: string };

type BellFormProps = {
  readonly salon: string;
  readonly bell: OwnBell;
  readonly values: BellValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly now: Date;
};

/** D42: what of this salon the viewer is told, and a while without anything. */
export function BellForm({ salon, bell: { pausedUntil }, values, errors, now }: BellFormProps) {
  return (
    <section className="pile" id="cloche">
      <h2>Votre cloche</h2>
      <form method="post" noValidate action={href('salonSettings', { salon })}>
        <ChoiceGroup
          name="notifications"
          legend="De quoi ce salon vous prévient-il ?"
          value={values.notifications}
          choices={Object.entries(BELLS).map(([value, words]) => ({ value, ...words }))}
          error={errors.notifications}
          layout="colonne"
        />
        <Select
          name="pause"
          label="Le silence pour un moment ?"
          hint="Jusque-là, ce salon ne vous prévient de rien. Ensuite, votre choix revient de lui-même."
          options={pausedUntil ? { garder: `Oui, ${untilInWords(pausedUntil, now)}`, ...PAUSES } : PAUSES}
          empty="Non"
          value={values.pause}
          error={errors.pause}
        />
        <Button kind="second" icon="check">
          Régler ma cloche
        </Button>
      </form>
    </section>
  );
}
