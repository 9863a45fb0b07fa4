import { HOUSE_RULES_MAX, PACES, WELCOME_MAX } from '~/salons/rules/order';
import { Field, Select, TextArea } from '~/ui/field';
import { MessageText } from '~/ui/typed-text';

export type OrderValues = { readonly regles: string; readonly accueil: string; readonly lenteur: string };

type OrderFieldsProps = {
  readonly values: OrderValues;
  readonly errors: Readonly<Record<string, string>>;
};

/** Beside what the salon is: how one behaves in it, how it greets, how fast it goes. */
export function OrderFields({ values, errors }: OrderFieldsProps) {
  return (
    <>
      <TextArea
        name="regles"
        label="Les règles du salon (facultatif)"
        hint="On les lit avant d’entrer. Par exemple : on se dit tu, et l’on ne parle pas politique."
        value={values.regles}
        error={errors.regles}
        rows={4}
        maxLength={HOUSE_RULES_MAX}
      />
      <Field
        name="accueil"
        label="Un mot d’accueil (facultatif)"
        hint="Une phrase que lit chaque personne qui vient d’entrer. Par exemple : dites-nous ce qui pousse chez vous !"
        value={values.accueil}
        error={errors.accueil}
        maxLength={WELCOME_MAX}
      />
      <Select
        name="lenteur"
        label="Le rythme de la conversation"
        hint="Quand tout le monde parle à la fois, une attente entre ses messages laisse à chacun le temps de lire. Vous et les personnes qui modèrent n’attendez jamais."
        options={PACES}
        empty="Sans attente"
        value={values.lenteur}
        error={errors.lenteur}
      />
    </>
  );
}

/** Nothing, where the salon has none of its own. */
export function HouseRules({ rules }: { readonly rules: string }) {
  if (!rules) return null;
  return (
    <section className="pile" id="regles">
      <h2>Les règles de ce salon</h2>
      <div>
        <MessageText text={rules} people={[]} />
      </div>
    </section>
  );
}
