import type { ReactNode } from 'react';
import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/choice';
import { PasswordField } from '~/ui/field';
import { Icon } from '~/ui/icon';
import type { IconName } from '~/ui/icons';
import { ErrorSummary, Notice } from '~/ui/notice';
import { Threshold } from '~/ui/threshold';
import { href } from '~/urls';
import type { ProviderName } from '../rules/provider';
import { EmailField } from './email-field';
import { ProviderButtons } from './provider-buttons';

type Errors = Readonly<Record<string, string>>;

type SignInPageProps = {
  readonly values: { readonly courriel: string; readonly rester: boolean; readonly retour: string | null };
  readonly errors: Errors;
  /** The address is known, and the password was not the right one, or missing. */
  readonly refused: boolean;
  readonly providers: readonly ProviderName[];
  /** The demonstration's accounts, all with one password; null on a real site. */
  readonly demo: { readonly emails: readonly string[]; readonly password: string } | null;
};

export function SignInPage({ values, errors, refused, demo, providers }: SignInPageProps) {
  return (
    <Threshold title="Me connecter" beside={demo && <DemoNotice {...demo} />}>
      <p className="chapeau">Vos salons sont restés comme vous les avez laissés.</p>
      <ErrorSummary errors={errors} password="beside" />
      <form method="post" noValidate action={href('signIn')}>
        {values.retour && <input type="hidden" name="retour" value={values.retour} />}
        <EmailField
          value={values.courriel}
          error={errors.courriel}
          hint="Celle de votre inscription. Par exemple : anne@exemple.fr"
        />
        <PasswordField
          name="mot_de_passe"
          label="Mot de passe"
          error={errors.mot_de_passe}
          autoComplete="current-password"
          required
        />
        <Checkbox
          name="rester"
          label="Ne plus me demander le mot de passe sur cet appareil"
          hint="À cocher seulement si personne d’autre ne s’en sert."
          checked={values.rester}
        />
        <Button kind="principal" icon="signIn">
          Me connecter
        </Button>
        {!refused && <OtherWays />}
      </form>
      {refused && <NextSteps {...values} />}
      <ProviderButtons providers={providers} retour={values.retour} />
      <p className="ensuite">
        Pas encore de compte ? <a href={href('signUp', {}, { retour: values.retour ?? undefined })}>Créer mon compte</a>
      </p>
    </Threshold>
  );
}

/**
 * U12: the ways in beside the one above, each told by what it needs. Those that write to the address are buttons of the
 * same form, so that they take along what was typed there.
 */
function OtherWays() {
  return (
    <section className="autres-portes" aria-labelledby="autres-portes">
      <h2 id="autres-portes">Sans mot de passe</h2>
      <ul>
        <li>
          <button type="submit" formAction={href('signInLetter')}>
            <Way icon="mail" name="Recevoir un code par courriel">
              À l’adresse écrite plus haut. Le code, ou le lien, vous fait entrer.
            </Way>
          </button>
        </li>
        <li>
          <button type="submit" formAction={href('forgottenPassword')}>
            <Way icon="key" name="Mot de passe oublié">
              Choisissez-en un nouveau, par courriel.
            </Way>
          </button>
        </li>
        <li>
          <a href={href('sessionTransferCode')}>
            <Way icon="phone" name="Entrer avec mon autre appareil">
              S’il est encore connecté, il vous donne un code.
            </Way>
          </a>
        </li>
        <li>
          <a href={href('lostKeys')}>
            <Way icon="info" name="Je ne retrouve plus rien">
              Ni mot de passe, ni courriel : tous les chemins, et votre carte d’accès.
            </Way>
          </a>
        </li>
      </ul>
    </section>
  );
}

type WayProps = { readonly icon: IconName; readonly name: string; readonly children: ReactNode };

function Way({ icon, name, children }: WayProps) {
  return (
    <>
      <Icon name={icon} />
      <span>
        <strong>{name}</strong> <span className="aide">{children}</span>
      </span>
    </>
  );
}

/** After a wrong password: the address is known, so each way on is one press. */
function NextSteps({ courriel, retour, rester }: SignInPageProps['values']) {
  return (
    <section className="suite">
      <h2>Le mot de passe ne revient pas ?</h2>
      <p>N’insistez pas : entrez autrement. Nous écrirons à l’adresse que vous venez de donner.</p>
      <form method="post" noValidate action={href('signInLetter')}>
        <input type="hidden" name="courriel" value={courriel} />
        {retour && <input type="hidden" name="retour" value={retour} />}
        {rester && <input type="hidden" name="rester" value="on" />}
        <Button kind="second" icon="mail">
          Recevoir un code à cette adresse
        </Button>
      </form>
      <form method="post" noValidate action={href('forgottenPassword')}>
        <input type="hidden" name="courriel" value={courriel} />
        <Button kind="second" icon="key">
          Choisir un nouveau mot de passe
        </Button>
      </form>
    </section>
  );
}

function DemoNotice({ emails, password }: NonNullable<SignInPageProps['demo']>) {
  return (
    <Notice tone="info">
      <p>Ce site est une démonstration. Vous pouvez entrer avec l’un de ces comptes :</p>
      <ul>
        {emails.map((email) => (
          <li key={email}>{email}</li>
        ))}
      </ul>
      <p>
        Le mot de passe est le même pour tous : <strong>{password}</strong>
      </p>
    </Notice>
  );
}
