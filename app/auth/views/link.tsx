import { Button, LinkButton } from '~/ui/button';
import { Checkbox } from '~/ui/choice';
import { Field } from '~/ui/field';
import { ofBefore } from '~/ui/format';
import { ErrorSummary } from '~/ui/notice';
import { NarrowPage } from '~/ui/page';
import { href } from '~/urls';
import { NewPasswordField } from './new-password-field';

type Errors = Readonly<Record<string, string>>;

type SignInLinkPageProps = {
  readonly link: string;
  readonly asked: 'here' | 'elsewhere';
  /** A code that was refused, as it was typed. */
  readonly code: string;
  readonly errors: Errors;
};

/** G05: the page behind the letter's link. Looking at it uses nothing, so that a mail scanner burns nothing (C-01). */
export function SignInLinkPage({ link, asked, code, errors }: SignInLinkPageProps) {
  const action = href('signInLink', { jeton: link });
  if (asked === 'here') {
    return (
      <NarrowPage title="Entrer dans votre compte">
        <p className="chapeau">Le courriel est bien arrivé. Il ne reste qu’un bouton.</p>
        <form method="post" noValidate action={action}>
          <Button kind="principal" icon="door">
            Entrer
          </Button>
        </form>
      </NarrowPage>
    );
  }
  return (
    <NarrowPage title="Entrer dans votre compte">
      <p className="chapeau">
        Ce lien a été demandé dans un autre navigateur ou sur un autre appareil. Pour entrer ici, recopiez aussi le code
        du même courriel.
      </p>
      <ErrorSummary errors={errors} />
      <form method="post" noValidate action={action}>
        <Field
          name="code"
          label="Code à six chiffres"
          hint="Il est écrit dans le courriel, par exemple : 042 917"
          value={code}
          error={errors.code}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={20}
          required
        />
        <Checkbox
          name="rester"
          label="Garder mon compte ouvert sur cet appareil"
          hint="À cocher seulement si personne d’autre ne s’en sert."
          checked={false}
        />
        <Button kind="principal" icon="door">
          Entrer
        </Button>
      </form>
      <p>Quelqu’un vous a fait suivre ce courriel ? N’entrez pas : il ouvre le compte de la personne qui l’a reçue.</p>
    </NarrowPage>
  );
}

type ConfirmPageProps = { readonly link: string; readonly email: string; readonly name: string };

/** W02: a button; the POST confirms. */
export function ConfirmPage({ link, email, name }: ConfirmPageProps) {
  return (
    <NarrowPage title="Confirmer votre adresse">
      <p className="chapeau">
        Un compte a été ouvert sur Aurora50 au nom {ofBefore(name)}
        <strong>{name}</strong>, avec l’adresse <strong className="adresse-lue">{email}</strong>.
      </p>
      <p>Si c’est bien vous, confirmez. Vous pourrez ensuite écrire dans les salons.</p>
      <form method="post" noValidate action={href('confirmAddress')}>
        <input type="hidden" name="jeton" value={link} />
        <Button kind="principal" icon="check">
          Confirmer mon adresse
        </Button>
      </form>
      <p>
        Ce n’est pas vous ? Fermez cette page : sans confirmation, ce compte s’efface de lui-même en quelques jours.
      </p>
    </NarrowPage>
  );
}

type NewPasswordPageProps = {
  readonly link: string;
  /** For the password manager: whose password this is. */
  readonly email: string;
  readonly errors: Errors;
};

export function NewPasswordPage({ link, email, errors }: NewPasswordPageProps) {
  return (
    <NarrowPage title="Choisir un nouveau mot de passe">
      <p className="chapeau">
        Pour le compte <strong className="adresse-lue">{email}</strong>. Les appareils où ce compte est ouvert seront
        déconnectés ; ici, vous entrerez tout de suite.
      </p>
      <ErrorSummary errors={errors} password="alone" />
      <form method="post" noValidate action={href('newPassword', { jeton: link })}>
        <input type="email" name="courriel" value={email} autoComplete="username" readOnly hidden />
        <NewPasswordField label="Nouveau mot de passe" error={errors.mot_de_passe} />
        <Button kind="principal" icon="check">
          Enregistrer et entrer
        </Button>
      </form>
    </NarrowPage>
  );
}

export type DeadLink = 'sign_in' | 'confirmation' | 'reset';

/** Used, replaced, too old or cut off: one page, and what to do now. */
export function DeadLinkPage({ kind, isSignedIn }: { readonly kind: DeadLink; readonly isSignedIn: boolean }) {
  const { life, way, to } = WORDS[kind];
  return (
    <NarrowPage title="Ce lien n’est plus bon">
      <p className="chapeau">Rien n’est perdu, et vous n’avez rien fait de mal. Un lien ne sert qu’une fois.</p>
      <ul className="conseils">
        <li>Il a peut-être déjà servi, sur cet appareil ou sur un autre.</li>
        <li>Un courriel plus récent l’a peut-être remplacé : regardez le dernier arrivé.</li>
        <li>{life}</li>
        <li>Votre messagerie l’a peut-être coupé : vérifiez que l’adresse est entière.</li>
      </ul>
      <p className="boutons">
        {isSignedIn ? (
          <LinkButton kind="principal" href={href('home')} icon="house">
            Continuer dans mon compte
          </LinkButton>
        ) : (
          <LinkButton kind="principal" href={href(to)} icon="mail">
            {way}
          </LinkButton>
        )}
        <LinkButton kind="second" href={href(isSignedIn ? to : 'signIn')} icon={isSignedIn ? 'mail' : 'signIn'}>
          {isSignedIn ? way : 'Me connecter'}
        </LinkButton>
      </p>
    </NarrowPage>
  );
}

const WORDS = {
  sign_in: { life: 'Il n’est bon qu’un quart d’heure.', way: 'Recevoir un nouveau courriel', to: 'signInLetter' },
  confirmation: {
    life: 'Il n’est bon que trois jours. Si votre adresse est déjà confirmée, connectez-vous simplement.',
    way: 'Recevoir un code par courriel',
    to: 'signInLetter',
  },
  reset: { life: 'Il n’est bon qu’une heure.', way: 'Recevoir un nouveau courriel', to: 'forgottenPassword' },
} as const;
