import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/choice';
import { PasswordField } from '~/ui/field';
import { Icon } from '~/ui/icon';
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
  /** Address and password did not belong together. */
  readonly refused: boolean;
  readonly providers: readonly ProviderName[];
  /** The demonstration's accounts, all with one password; null on a real site. */
  readonly demo: { readonly emails: readonly string[]; readonly password: string } | null;
};

export function SignInPage({ values, errors, refused, demo, providers }: SignInPageProps) {
  return (
    <Threshold title="Me connecter" beside={demo && <DemoNotice {...demo} />}>
      <p className="chapeau">Vos salons sont restés comme vous les avez laissés.</p>
      <ErrorSummary errors={errors} />
      <form method="post" action={href('signIn')}>
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
      </form>
      {refused ? <NextSteps {...values} /> : <OtherWays retour={values.retour} />}
      <ProviderButtons providers={providers} retour={values.retour} />
      <p className="ensuite">
        Pas encore de compte ? <a href={href('signUp', {}, { retour: values.retour ?? undefined })}>Créer mon compte</a>
      </p>
    </Threshold>
  );
}

/** U12: the ways in beside the one above, each told by what it needs. */
function OtherWays({ retour }: { readonly retour: string | null }) {
  const query = { retour: retour ?? undefined };
  return (
    <section className="autres-portes" aria-labelledby="autres-portes">
      <h2 id="autres-portes">Sans mot de passe</h2>
      <ul>
        <li>
          <a href={href('signInLetter', {}, query)}>
            <Icon name="mail" />
            <span>
              <strong>Entrer avec une lettre</strong>{' '}
              <span className="aide">Nous vous écrivons. Le lien ou le code vous fait entrer.</span>
            </span>
          </a>
        </li>
        <li>
          <a href={href('forgottenPassword')}>
            <Icon name="key" />
            <span>
              <strong>Mot de passe oublié</strong> <span className="aide">Choisissez-en un nouveau, par courriel.</span>
            </span>
          </a>
        </li>
        <li>
          <a href={href('sessionTransferCode')}>
            <Icon name="phone" />
            <span>
              <strong>Entrer avec mon autre appareil</strong>{' '}
              <span className="aide">S’il est encore connecté, il vous donne un code.</span>
            </span>
          </a>
        </li>
        <li>
          <a href={href('lostKeys')}>
            <Icon name="info" />
            <span>
              <strong>Je ne retrouve plus rien</strong>{' '}
              <span className="aide">Ni mot de passe, ni courriel : tous les chemins, et votre carte d’accès.</span>
            </span>
          </a>
        </li>
      </ul>
    </section>
  );
}

/** After a wrong password: the address is known, so each way on is one press. */
function NextSteps({ courriel, retour, rester }: SignInPageProps['values']) {
  return (
    <section className="suite">
      <h2>Le mot de passe ne revient pas ?</h2>
      <p>N’insistez pas : entrez autrement. Nous écrirons à l’adresse que vous venez de donner.</p>
      <form method="post" action={href('signInLetter')}>
        <input type="hidden" name="courriel" value={courriel} />
        {retour && <input type="hidden" name="retour" value={retour} />}
        {rester && <input type="hidden" name="rester" value="on" />}
        <Button kind="second" icon="mail">
          Recevoir un code à cette adresse
        </Button>
      </form>
      <form method="post" action={href('forgottenPassword')}>
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
