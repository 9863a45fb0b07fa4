import { Button, LinkButton } from '~/ui/button';
import { Checkbox, ChoiceGroup } from '~/ui/choice';
import { ComfortForm } from '~/ui/comfort';
import { Field, PasswordField, Select, TextArea } from '~/ui/field';
import { Example, Part } from '~/ui/gallery/example';
import { ErrorSummary } from '~/ui/notice';
import { href } from '~/urls';

const HERE = href('components');
const NAME_FAULT = 'Écrivez le nom que les autres membres verront, par exemple Monique D.';
const BOX_FAULT = 'Cochez la case pour accepter les règles de la maison.';

export function FormExamples() {
  return (
    <Part title="Formulaires">
      <Example name="Boutons" file="button.tsx">
        <form method="get" noValidate action={HERE} className="boutons">
          <Button kind="principal" icon="send">
            Envoyer
          </Button>
          <Button kind="second">Chercher</Button>
          <Button kind="danger" icon="trash">
            Supprimer
          </Button>
          <LinkButton kind="principal" href={HERE}>
            Lien principal
          </LinkButton>
          <LinkButton kind="second" href={HERE} icon="back">
            Lien second
          </LinkButton>
        </form>
      </Example>
      <Example name="Champs" file="field.tsx">
        <div>
          <Field name="ville" label="Ville" hint="Par exemple : Nantes" value="Quimper" />
          <Field name="nom" label="Votre nom" value="" error={NAME_FAULT} />
          <PasswordField
            name="mot_de_passe"
            label="Mot de passe"
            autoComplete="new-password"
            hint="Au moins 8 caractères."
          />
          <TextArea name="texte" label="Votre message" rows={3} value="Le basilic attendra bien le mois de juin." />
          <Select
            name="categorie"
            label="Catégorie"
            options={{ jardin: 'Jardin', cuisine: 'Cuisine' }}
            empty="Toutes"
            value="jardin"
          />
        </div>
      </Example>
      <Choices />
      <Example name="Fautes d’un formulaire" file="notice.tsx">
        {/* An example must not take the reader's focus, as the real one does. */}
        <div {...{ inert: '' }}>
          <ErrorSummary errors={{ nom: NAME_FAULT, consentement: BOX_FAULT }} />
        </div>
      </Example>
      <Example name="Taille du texte et couleurs" file="comfort.tsx">
        <ComfortForm comfort={{ taille: 1, theme: 'clair' }} retour={HERE} />
      </Example>
    </Part>
  );
}

function Choices() {
  return (
    <Example name="Choix" file="choice.tsx">
      <div>
        <ChoiceGroup
          name="visibilite"
          legend="Qui peut entrer ?"
          value="public"
          layout="colonne"
          choices={[
            { value: 'public', label: 'Ouvert à tous', hint: 'Tout membre d’Aurora50 peut rejoindre le salon.' },
            { value: 'prive', label: 'Privé', hint: 'On entre avec le code que vous donnez.' },
          ]}
        />
        <ChoiceGroup
          name="jour"
          legend="Quel jour ?"
          value={undefined}
          layout="rangee"
          error="Choisissez un jour."
          choices={['Lundi', 'Mardi', 'Mercredi', 'Jeudi'].map((day) => ({ value: day.toLowerCase(), label: day }))}
        />
        <Checkbox name="consentement" label="J’accepte les règles de la maison." checked={false} error={BOX_FAULT} />
        <Checkbox name="rester" label="Ne plus me demander le mot de passe" hint="Sur cet appareil." checked />
      </div>
    </Example>
  );
}
