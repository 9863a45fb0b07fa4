import type { ReactNode } from 'react';
import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/choice';
import { Field, PasswordField } from '~/ui/field';
import { ErrorSummary, Notice } from '~/ui/notice';
import { NarrowPage } from '~/ui/page';
import { href } from '~/urls';

type Errors = Readonly<Record<string, string>>;

type SignInPageProps = {
  readonly values: { readonly courriel: string; readonly rester: boolean; readonly retour: string | null };
  readonly errors: Errors;
  /** The demonstration's accounts, all with one password; null on a real site. */
  readonly demo: { readonly emails: readonly string[]; readonly password: string } | null;
};

export function SignInPage({ values, errors, demo }: SignInPageProps) {
  return (
    <NarrowPage title="Me connecter">
      <ErrorSummary errors={errors} />
      {demo && <DemoNotice {...demo} />}
      <form method="post" action={href('signIn')}>
        {values.retour && <input type="hidden" name="retour" value={values.retour} />}
        <Email
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
      <p className="ensuite">
        Pas encore de compte ? <a href={href('signUp', {}, { retour: values.retour ?? undefined })}>Créer mon compte</a>
      </p>
    </NarrowPage>
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

type SignUpPageProps = {
  readonly values: {
    readonly nom: string;
    readonly courriel: string;
    readonly consentement: boolean;
    readonly retour: string | null;
  };
  readonly errors: Errors;
  /** A field that only machines fill in. */
  readonly honeypot?: ReactNode;
};

export function SignUpPage({ values, errors, honeypot }: SignUpPageProps) {
  return (
    <NarrowPage title="Créer mon compte">
      <p className="chapeau">C’est gratuit et cela prend deux minutes. Aucune carte bancaire n’est demandée.</p>
      <ErrorSummary errors={errors} />
      <form method="post" action={href('signUp')}>
        {values.retour && <input type="hidden" name="retour" value={values.retour} />}
        {honeypot}
        <Field
          name="nom"
          label="Votre nom"
          hint="Celui que les autres membres verront. Par exemple : Monique, ou Monique Berger."
          value={values.nom}
          error={errors.nom}
          autoComplete="name"
          maxLength={80}
          required
        />
        <Email
          value={values.courriel}
          error={errors.courriel}
          hint="Elle reste entre nous. Par exemple : anne@exemple.fr"
        />
        <PasswordField
          name="mot_de_passe"
          label="Mot de passe"
          hint="Au moins 8 caractères. Trois mots qui ne vont pas ensemble se retiennent bien : tilleul-valise-orage."
          error={errors.mot_de_passe}
          autoComplete="new-password"
          required
        />
        <Checkbox name="consentement" label={<Consent />} checked={values.consentement} error={errors.consentement} />
        <Button kind="principal" icon="check">
          Créer mon compte
        </Button>
      </form>
      <p className="ensuite">
        Déjà un compte ? <a href={href('signIn', {}, { retour: values.retour ?? undefined })}>Me connecter</a>
      </p>
    </NarrowPage>
  );
}

function Consent() {
  return (
    <>
      J’accepte les <a href={href('houseRules')}>règles de la maison</a>, et qu’Aurora50 garde mon nom, mon adresse de
      courriel et mes messages pour faire vivre mon compte et mes salons, comme le dit la page{' '}
      <a href={href('privacy')}>Confidentialité</a>.
    </>
  );
}

type EmailProps = { readonly value: string; readonly error: string | undefined; readonly hint: string };

function Email({ value, error, hint }: EmailProps) {
  return (
    <Field
      name="courriel"
      label="Adresse de courriel"
      hint={hint}
      type="email"
      inputMode="email"
      autoComplete="email"
      autoCapitalize="none"
      spellCheck={false}
      value={value}
      error={error}
      required
    />
  );
}
