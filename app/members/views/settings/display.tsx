import { type Comfort, ComfortForm } from '~/ui/comfort';
import { SettingPage } from '~/ui/setting-page';
import { href } from '~/urls';

/** U03: each press is a choice, kept on the account and on this device. */
export function DisplaySettingsPage({ comfort }: { readonly comfort: Comfort }) {
  return (
    <SettingPage title="Taille du texte et couleurs">
      <p>
        Appuyez sur un bouton : la page change tout de suite, et votre choix vous suit sur tous les appareils où vous
        vous connectez.
      </p>
      <ComfortForm comfort={comfort} retour={href('displaySettings')} />
      <p className="aide">Ces boutons restent à portée de main sur toutes les pages, en haut, sous « Affichage ».</p>
    </SettingPage>
  );
}
