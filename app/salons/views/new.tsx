import { type Allowance, limitInWords } from '~/billing/rules/plans';
import { Offer } from '~/billing/views/offer';
import { CATEGORIES, ownedInWords } from '~/salons/rules';
import { Button } from '~/ui/button';
import { Checkbox, type Choice, ChoiceGroup } from '~/ui/choice';
import { Field, Select, TextArea } from '~/ui/field';
import { ErrorSummary, Notice } from '~/ui/notice';
import { Breadcrumb } from '~/ui/page';
import { href } from '~/urls';

/** Colours with a name; a salon may have any other, which then stays among the choices. */
export const COLOURS = {
  '#8B5CF6': 'Glycine',
  '#D6336C': 'Pivoine',
  '#C92A2A': 'Coquelicot',
  '#F08C00': 'Abricot',
  '#5C940D': 'Tilleul',
  '#2B6E4F': 'Sapin',
  '#1C7ED6': 'Bleuet',
  '#495057': 'Ardoise',
} as const;

export type SalonFormValues = Readonly<
  Record<'nom' | 'description' | 'categorie' | 'ville' | 'couleur' | 'visibilite' | 'apercu' | 'cle', string>
>;

export type SalonFieldsProps = {
  readonly values: Omit<SalonFormValues, 'apercu' | 'cle'>;
  readonly errors: Readonly<Record<string, string>>;
};

type NewSalonPageProps = SalonFieldsProps & {
  readonly values: SalonFormValues;
  /** D25; null without a limit. */
  readonly owned: Allowance | null;
  /** D24. */
  readonly offer: boolean;
};

const VISIBILITIES: readonly Choice[] = [
  {
    value: 'public',
    label: 'Ouvert à tous',
    hint: 'Le salon paraît dans la liste et chaque membre d’Aurora50 peut entrer.',
  },
  {
    value: 'demande',
    label: 'Sur demande',
    hint: 'Le salon paraît dans la liste. Vous dites oui ou non à qui demande ; avec votre code on entre aussitôt.',
  },
  { value: 'prive', label: 'Privé', hint: 'Le salon ne paraît nulle part. On y entre par votre code ou votre lien.' },
];

export function NewSalonPage({ values, errors, owned, offer }: NewSalonPageProps) {
  return (
    <div className="etroit">
      <Breadcrumb crumbs={[{ label: 'Salons', href: href('salons') }]} here="Créer un salon" />
      <h1>Créer un salon</h1>
      <p className="chapeau">Un sujet, un nom, et la porte est ouverte. Vous en tiendrez la clé.</p>
      {owned && <Owned owned={owned} isRefused={errors.formulaire !== undefined} />}
      {offer && <Offer what="salons_owned" />}
      <ErrorSummary errors={errors} />
      <form method="post" noValidate action={href('newSalon')}>
        <input type="hidden" name="cle" value={values.cle} />
        <SalonFields values={values} errors={errors} />
        <Checkbox
          name="apercu"
          label="Montrer les derniers messages à qui jette un œil"
          hint="Dans un salon ouvert à tous, les trois derniers se lisent alors avant d’entrer. Vous pourrez changer d’avis."
          checked={values.apercu === 'on'}
        />
        <Button kind="principal" icon="check">
          Créer le salon
        </Button>
      </form>
    </div>
  );
}

/** Said before the form is filled in; a refusal says it in its own place. */
function Owned({ owned, isRefused }: { readonly owned: Allowance; readonly isRefused: boolean }) {
  if (owned.used < owned.allowed) return <p className="note">{ownedInWords(owned)}</p>;
  if (isRefused) return null;
  return (
    <Notice tone="info">
      <p>{limitInWords('salons_owned', owned.allowed)}</p>
    </Notice>
  );
}

/** What a salon is made of, at its creation and in its settings. */
export function SalonFields({ values, errors }: SalonFieldsProps) {
  return (
    <>
      <Names values={values} errors={errors} />
      <ChoiceGroup
        name="visibilite"
        legend="Qui peut entrer ?"
        value={values.visibilite}
        choices={VISIBILITIES}
        error={errors.visibilite}
        layout="colonne"
      />
      <ChoiceGroup
        name="couleur"
        legend="Couleur du salon"
        value={values.couleur.toUpperCase()}
        choices={colourChoices(values.couleur)}
        error={errors.couleur}
        layout="rangee"
      />
    </>
  );
}

function Names({ values, errors }: SalonFieldsProps) {
  return (
    <>
      <Field
        name="nom"
        label="Nom du salon"
        hint="Court et clair. Par exemple : Jardin au balcon."
        value={values.nom}
        error={errors.nom}
        maxLength={80}
        required
      />
      <TextArea
        name="description"
        label="De quoi y parle-t-on ? (facultatif)"
        hint="Une ou deux phrases pour donner envie d’entrer."
        value={values.description}
        error={errors.description}
        rows={3}
        maxLength={500}
      />
      <Select
        name="categorie"
        label="Catégorie"
        options={CATEGORIES}
        empty="Choisissez dans la liste"
        value={values.categorie}
        error={errors.categorie}
      />
      <Field
        name="ville"
        label="Ville (facultatif)"
        hint="Si l’on peut s’y retrouver aussi pour de vrai. Par exemple : Nantes."
        value={values.ville}
        error={errors.ville}
        autoComplete="address-level2"
        maxLength={80}
      />
    </>
  );
}

function colourChoices(current: string): readonly Choice[] {
  const named = Object.entries(COLOURS).map(([value, name], index) => ({
    value,
    label: (
      <>
        <span className={`pastille pastille-${index + 1}`} aria-hidden="true" /> {name}
      </>
    ),
  }));
  const value = current.toUpperCase();
  return value === '' || value in COLOURS ? named : [...named, { value, label: `Autre : ${value}` }];
}
