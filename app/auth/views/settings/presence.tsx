import { Button } from '~/ui/button';
import { ChoiceGroup } from '~/ui/choice';
import { href } from '~/urls';
import { IDLE_DELAYS, type IdleDelay } from '../../rules/settings';
import { SettingPage } from './page';

const CHOICES = Object.entries(IDLE_DELAYS).map(([value, label]) => ({ value, label }));

/** D12. */
export function PresenceSettingsPage({ delay }: { readonly delay: IdleDelay }) {
  return (
    <SettingPage title="Présence">
      <p>
        Dans un salon, les autres membres voient qui est là. Quand vous ne faites plus rien pendant un moment, ils vous
        verront absent. Votre choix est gardé dès maintenant ; les salons ne montrent pas encore cet état.
      </p>
      <form method="post" action={href('settings')}>
        <ChoiceGroup name="delai" legend="Me montrer absent après" value={delay} choices={CHOICES} layout="colonne" />
        <Button kind="principal" icon="check">
          Enregistrer
        </Button>
      </form>
    </SettingPage>
  );
}
