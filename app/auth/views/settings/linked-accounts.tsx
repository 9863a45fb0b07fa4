import { Button } from '~/ui/button';
import { dayLabel } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { SettingPage } from '~/ui/setting-page';
import { href } from '~/urls';
import { PROVIDER_LABELS, type ProviderName } from '../../rules/provider';

type LinkedAccountsPageProps = {
  readonly linked: readonly { readonly provider: ProviderName; readonly email: string; readonly createdAt: Date }[];
  /** Configured, and not linked yet. */
  readonly offered: readonly ProviderName[];
  readonly now: Date;
};

export function LinkedAccountsPage({ linked, offered, now }: LinkedAccountsPageProps) {
  return (
    <SettingPage title="Mes comptes reliés">
      <p>Un compte relié ouvre votre compte Aurora50, sans autre mot de passe.</p>
      {linked.length === 0 && <p>Aucun compte n’est relié pour le moment.</p>}
      <ul className="appareils">
        {linked.map(({ provider, email, createdAt }) => (
          <li key={provider} className="carte">
            <h2>{PROVIDER_LABELS[provider]}</h2>
            <p>
              {email}, depuis le {dayLabel(createdAt, now)}
            </p>
            <form method="post" noValidate action={href('unlinkAccount', { fournisseur: provider })}>
              <Button kind="second" icon="trash">
                Ne plus relier {PROVIDER_LABELS[provider]}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      {offered.map((name) => (
        <form key={name} method="post" noValidate action={href('provider', { fournisseur: name })}>
          <button type="submit" className="bouton second">
            <Icon name="plus" /> Relier mon compte {PROVIDER_LABELS[name]}
          </button>
        </form>
      ))}
    </SettingPage>
  );
}
