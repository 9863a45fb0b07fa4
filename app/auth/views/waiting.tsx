import { Button, LinkButton } from '~/ui/button';
import { Field } from '~/ui/field';
import { plural, timeOfDay } from '~/ui/format';
import { ErrorSummary, Notice } from '~/ui/notice';
import { NarrowPage } from '~/ui/page';
import { href } from '~/urls';
import type { TokenPurpose } from '../rules/letter';

type Errors = Readonly<Record<string, string>>;

export type WaitingPageProps = {
  readonly purpose: TokenPurpose;
  readonly email: string;
  readonly back: string;
  /** Until when the letter is good; null for one that is good for days. */
  readonly until: Date | null;
  /** Seconds until the letter may be asked for again; 0: now. */
  readonly pause: number;
  /** Signed in already, without a confirmed address. */
  readonly isSignedIn: boolean;
  /** « J’ai suivi le lien » was pressed, and the address is not confirmed yet. */
  readonly notYet: boolean;
  /** No letter leaves this site: they are kept in a folder. */
  readonly keepsLetters: boolean;
  /** A code that was refused, as it was typed. */
  readonly code: string;
  readonly errors: Errors;
};

/** « Ouvrez votre messagerie »: the same page whether the address has an account or not. */
export function WaitingPage(props: WaitingPageProps) {
  const { purpose, email, keepsLetters, notYet, errors } = props;
  return (
    <NarrowPage title="Ouvrez votre messagerie">
      <p className="chapeau">
        Un courriel vous attend à l’adresse <strong className="adresse-lue">{email}</strong>. Il arrive d’habitude en
        moins d’une minute.
      </p>
      <ErrorSummary errors={errors} />
      {keepsLetters && Object.keys(errors).length === 0 && <KeptLetters />}
      {notYet && (
        <Notice tone="info">
          <p>
            L’adresse n’est pas encore confirmée. Ouvrez le courriel le plus récent et suivez son lien, ou recopiez son
            code ci-dessous.
          </p>
        </Notice>
      )}
      <TypeCode {...props} />
      {purpose === 'reset' && <p>Vous pouvez aussi suivre le lien du courriel, sur cet appareil ou sur un autre.</p>}
      {purpose === 'confirmation' && <Confirmed {...props} />}
      <NothingComes {...props} />
    </NarrowPage>
  );
}

function KeptLetters() {
  return (
    <Notice tone="info">
      <p>
        Ce site n’envoie pas de courriel pour l’instant : ils sont rangés dans ses données. La personne qui s’en occupe
        peut les y lire.
      </p>
    </Notice>
  );
}

const OPENS: Readonly<Record<TokenPurpose, string>> = {
  confirmation: 'Confirmer mon adresse',
  sign_in: 'Entrer',
  reset: 'Choisir un nouveau mot de passe',
};

function TypeCode({ purpose, email, until, code, errors }: WaitingPageProps) {
  return (
    <form method="post" noValidate action={href(purpose === 'reset' ? 'resetCode' : 'signInCode')}>
      <input type="hidden" name="courriel" value={email} />
      <Field
        name="code"
        label="Code à six chiffres"
        hint={`Recopiez-le du courriel, par exemple : 042 917.${until ? ` Il est bon jusqu’à ${timeOfDay(until)}.` : ''}`}
        value={code}
        error={errors.code}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={20}
        required
      />
      <Button kind="principal" icon="check">
        {OPENS[purpose]}
      </Button>
    </form>
  );
}

function Confirmed({ back, isSignedIn }: WaitingPageProps) {
  return (
    <section className="suite">
      <h2>Vous préférez le lien du courriel ?</h2>
      <p>Suivez-le sur l’appareil de votre choix. Si c’en est un autre, revenez ensuite ici.</p>
      <form method="post" noValidate action={href('waiting')}>
        <Button kind="second" icon="next">
          J’ai suivi le lien, continuer ici
        </Button>
      </form>
      {!isSignedIn && (
        <p>
          Vous voulez d’abord regarder ?{' '}
          <a href={href('signIn', {}, { retour: back === '/' ? undefined : back })}>
            Connectez-vous avec votre mot de passe
          </a>
          {'\u202f: '}vous pourrez lire tout de suite, et écrire une fois l’adresse confirmée.
        </p>
      )}
    </section>
  );
}

const ASKED_AT: Readonly<Record<TokenPurpose, 'sendConfirmation' | 'signInLetter' | 'forgottenPassword'>> = {
  confirmation: 'sendConfirmation',
  sign_in: 'signInLetter',
  reset: 'forgottenPassword',
};

/** C-03: what to do when the letter does not come. */
function NothingComes({ purpose, email, back, pause }: WaitingPageProps) {
  return (
    <section className="suite">
      <h2>Rien n’arrive ?</h2>
      <ul className="conseils">
        <li>Regardez dans le dossier « indésirables », parfois appelé « spam ».</li>
        <li>Vérifiez l’adresse écrite plus haut, signe par signe.</li>
        <li>Si vous avez demandé plusieurs courriels, seul le plus récent est bon.</li>
      </ul>
      {pause > 0 && (
        <p>
          Le courriel vient de partir. Vous pourrez en demander un autre dans {plural(pause, 'seconde', 'secondes')}.
        </p>
      )}
      <form method="post" noValidate action={href(ASKED_AT[purpose])} className="boutons">
        <input type="hidden" name="courriel" value={email} />
        {back !== '/' && <input type="hidden" name="retour" value={back} />}
        <Button kind="second" icon="mail">
          Renvoyer le courriel
        </Button>
        {purpose === 'confirmation' ? (
          <LinkButton kind="second" href={href('address')} icon="pencil">
            Mon adresse est fausse
          </LinkButton>
        ) : (
          <LinkButton kind="second" href={href(ASKED_AT[purpose])} icon="pencil">
            Écrire une autre adresse
          </LinkButton>
        )}
      </form>
      <p>
        Toujours rien ? La page <a href={href('help')}>Aide</a> dit comment nous joindre.
      </p>
    </section>
  );
}

/** This browser waits for nothing that we know of: too late, or it keeps no cookies (U12). */
export function NotWaitingPage({ justAsked }: { readonly justAsked: boolean }) {
  if (justAsked) return <NoCookiesPage letter />;
  return (
    <NarrowPage title="Aucun courriel en attente">
      <p className="chapeau">Sur cet appareil, nous n’attendons pas de code en ce moment.</p>
      <p>
        Si vous avez un courriel de nous sous les yeux, suivez son lien : il marche aussi ici. Sinon, demandez-en un
        nouveau.
      </p>
      <p className="boutons">
        <LinkButton kind="principal" href={href('signInLetter')} icon="mail">
          Recevoir un code par courriel
        </LinkButton>
        <LinkButton kind="second" href={href('signIn')} icon="signIn">
          Me connecter
        </LinkButton>
      </p>
    </NarrowPage>
  );
}

/** U12: said plainly, with what to do. @param letter a letter was asked for; else a password was right */
export function NoCookiesPage({ letter = false }: { readonly letter?: boolean }) {
  return (
    <NarrowPage title="Votre navigateur refuse les cookies">
      <p className="chapeau">
        {letter
          ? 'Le courriel est parti. Mais votre navigateur n’a pas gardé le petit repère qui nous aurait dit que c’est vous.'
          : 'Votre mot de passe est bon. Mais votre navigateur n’a pas gardé le petit repère qui nous dit que c’est vous.'}
      </p>
      <p>
        Ce repère s’appelle un cookie. Le nôtre ne sert qu’à vous reconnaître d’une page à l’autre ; il ne vous suit
        nulle part ailleurs. Sans lui, personne ne peut rester connecté.
      </p>
      <h2>Ce que vous pouvez faire</h2>
      <ul className="conseils">
        <li>
          Dans les réglages de votre navigateur, cherchez « Cookies » ou « Confidentialité », et autorisez les cookies
          pour ce site.
        </li>
        <li>Si une fenêtre privée est ouverte, essayez dans une fenêtre ordinaire.</li>
        <li>Essayez avec un autre navigateur, ou sur un autre appareil.</li>
      </ul>
      <p className="boutons">
        <LinkButton kind="principal" href={href(letter ? 'signInLetter' : 'signIn')} icon="refresh">
          Réessayer
        </LinkButton>
        <LinkButton kind="second" href={href('help')} icon="info">
          Aide
        </LinkButton>
      </p>
    </NarrowPage>
  );
}
