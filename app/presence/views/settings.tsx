import { IDLE_DELAYS, type IdleDelay } from '~/members/rules/settings';
import { Button } from '~/ui/button';
import { type Choice, ChoiceGroup } from '~/ui/choice';
import { Field } from '~/ui/field';
import { clock } from '~/ui/format';
import { ErrorSummary } from '~/ui/notice';
import { SettingPage } from '~/ui/setting-page';
import { href } from '~/urls';
import type { Chosen, Status } from '../rules';

type PresenceSettingsProps = {
  readonly chosen: Chosen;
  readonly delay: IdleDelay;
  readonly showsLastSeen: boolean;
  readonly errors: Readonly<Record<string, string>>;
};

/** N03, D12, D13. */
export function PresenceSettingsPage({ chosen, delay, showsLastSeen, errors }: PresenceSettingsProps) {
  return (
    <SettingPage title="Présence">
      <ErrorSummary errors={errors} />
      <p className="chapeau">
        Dans vos salons, les autres membres voient si vous êtes en ligne, absent, occupé ou hors ligne.
      </p>
      <form method="post" noValidate action={href('presence')}>
        <ChoiceGroup
          name="statut"
          legend="Comment les autres vous voient"
          hint="Votre choix vaut sur tous vos appareils, jusqu’à ce que vous le changiez ou que vous vous déconnectiez, ou jusqu’à l’heure donnée plus bas."
          error={errors.statut}
          value={chosen?.status ?? 'auto'}
          choices={STATES}
          layout="colonne"
        />
        <Field
          name="jusqu_a"
          type="time"
          label="Jusqu’à quelle heure (facultatif)"
          hint="Par exemple 18:00, à l’heure de Paris. Ensuite, votre présence redevient automatique."
          error={errors.jusqu_a}
          value={chosen?.until ? clock(chosen.until) : ''}
        />
        <Button kind="principal" icon="check">
          Enregistrer cet état
        </Button>
      </form>
      <section className="suite">
        <h2>Votre présence automatique</h2>
        <form method="post" noValidate action={href('settings')}>
          <ChoiceGroup
            name="delai"
            legend="Me montrer absent après"
            hint="Le temps qui passe sans que vous ouvriez une page, lisiez de nouveaux messages ou écriviez."
            value={delay}
            choices={DELAYS}
            layout="colonne"
          />
          <ChoiceGroup
            name="vu"
            legend="Quand je suis hors ligne, montrer ma dernière visite"
            hint="Par exemple « dernière visite il y a 2 h », sur la page des membres de vos salons."
            value={showsLastSeen ? 'oui' : 'non'}
            choices={YES_OR_NO}
            layout="rangee"
          />
          <Button kind="principal" icon="check">
            Enregistrer ces réglages
          </Button>
        </form>
      </section>
    </SettingPage>
  );
}

const STATES: readonly (Choice & { readonly value: Status | 'auto' })[] = [
  {
    value: 'auto',
    label: 'Automatique',
    hint: 'En ligne quand vous faites quelque chose, absent après un moment sans rien faire, hors ligne quand vous partez.',
  },
  { value: 'online', label: 'En ligne', hint: 'Tant que le site est ouvert chez vous, même sans rien faire.' },
  { value: 'away', label: 'Absent', hint: 'Le site est ouvert, mais vous n’êtes pas devant l’écran.' },
  { value: 'busy', label: 'Occupé', hint: 'Vous êtes là, et vous répondrez plus tard.' },
  {
    value: 'offline',
    label: 'Hors ligne',
    hint: 'Personne ne voit que vous êtes là. Vous lisez et écrivez comme d’habitude ; vos messages, eux, se voient.',
  },
];

const DELAYS = Object.entries(IDLE_DELAYS).map(([value, label]) => ({ value, label }));
const YES_OR_NO = [
  { value: 'oui', label: 'Oui' },
  { value: 'non', label: 'Non' },
];
