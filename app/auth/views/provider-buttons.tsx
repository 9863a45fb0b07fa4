import { Icon } from '~/ui/icon';
import { href } from '~/urls';
import { PROVIDER_LABELS, type ProviderName } from '../rules/provider';

type ProviderButtonsProps = {
  /** Nothing is shown where none is configured (A04). */
  readonly providers: readonly ProviderName[];
  readonly retour: string | null;
};

/** Signing in by another service. One form, so that « Garder mon compte ouvert » is ticked once; each button names its own address. */
export function ProviderButtons({ providers, retour }: ProviderButtonsProps) {
  const [first] = providers;
  if (!first) return null;
  return (
    <section className="autres-portes" aria-labelledby="portes-d-ailleurs">
      <h2 id="portes-d-ailleurs">Avec un compte que vous avez déjà</h2>
      <form method="post" noValidate action={href('provider', { fournisseur: first })} className="pile">
        {retour && <input type="hidden" name="retour" value={retour} />}
        <div className="choix">
          <div className="option">
            <input type="checkbox" id="rester-ailleurs" name="rester" value="on" />
            <label htmlFor="rester-ailleurs">Garder mon compte ouvert sur cet appareil</label>
          </div>
        </div>
        <div className="boutons">
          {providers.map((name) => (
            <button
              key={name}
              type="submit"
              className="bouton second"
              formAction={href('provider', { fournisseur: name })}
            >
              <Icon name="signIn" /> Continuer avec {PROVIDER_LABELS[name]}
            </button>
          ))}
        </div>
      </form>
    </section>
  );
}
