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
  readonly errors: Errors;
};

/** « Regardez votre courrier »: the same page whether the address has an account or not. */
export function WaitingPage(props: WaitingPageProps) {
  const { purpose, email, keepsLetters, notYet, errors } = props;
  return (
    <NarrowPage title="Regardez votre courrier">
      <p className="chapeau">
        Une lettre vous attend à l’adresse <strong className="adresse-lue">{email}</strong>. Elle arrive d’habitude en
        moins d’une minute.
      </p>
      <ErrorSummary errors={errors} />
      {keepsLetters && Object.keys(errors).length === 0 && <KeptLetters />}
      {notYet && (
        <Notice tone="info">
          <p>
            L’adresse n’est pas encore confirmée. Ouvrez la lettre la plus récente et suivez son lien, ou recopiez son
            code ci-dessous.
          </p>
        </Notice>
      )}
      <TypeCode {...props} />
      {purpose === 'reset' && <p>Vous pouvez aussi suivre le lien de la lettre, sur cet appareil ou sur un autre.</p>}
      {purpose === 'confirmation' && <Confirmed {...props} />}
      <NothingComes {...props} />
    </NarrowPage>
  );
}

function KeptLetters() {
  return (
    <Notice tone="info">
      <p>
        Ce site n’envoie pas de courriel pour l’instant : les lettres sont rangées dans le dossier « courrier » de ses
        données. La personne qui s’en occupe peut les y lire.
      </p>
    </Notice>
  );
}

const OPENS: Readonly<Record<TokenPurpose, string>> = {
  confirmation: 'Confirmer mon adresse',
  sign_in: 'Entrer',
  reset: 'Choisir un nouveau mot de passe',
};

function TypeCode({ purpose, email, until, errors }: WaitingPageProps) {
  return (
    <form method="post" action={href(purpose === 'reset' ? 'resetCode' : 'signInCode')}>
      <input type="hidden" name="courriel" value={email} />
      <Field
        name="code"
        label="Code à six chiffres"
        hint={`Recopiez-le de la lettre, par exemple : 042 917.${until ? ` Il est bon jusqu’à ${timeOfDay(until)}.` : ''}`}
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
      <h2>Vous préférez le lien de la lettre ?</h2>
      <p>Suivez-le sur l’appareil de votre choix. Si c’en est un autre, revenez ensuite ici.</p>
      <form method="post" action={href('waiting')}>
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
           : vous pourrez lire tout de suite, et écrire une fois l’adresse confirmée.
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
        <li>Regardez dans les courriers indésirables, parfois appelés « spam ».</li>
        <li>Vérifiez l’adresse écrite plus haut, lettre par lettre.</li>
        <li>Si vous avez demandé plusieurs lettres, seule la plus récente est bonne.</li>
      </ul>
      {pause > 0 && (
        <p>
          La lettre vient de partir. Vous pourrez en demander une autre dans {plural(pause, 'seconde', 'secondes')}.
        </p>
      )}
      <form method="post" action={href(ASKED_AT[purpose])} className="boutons">
        <input type="hidden" name="courriel" value={email} />
        {back !== '/' && <input type="hidden" name="retour" value={back} />}
        <Button kind="second" icon="mail">
          Renvoyer la lettre
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
    <NarrowPage title="Aucune lettre en attente">
      <p className="chapeau">Sur cet appareil, nous n’attendons pas de lettre en ce moment.</p>
      <p>
        Si vous avez une lettre de nous sous les yeux, suivez son lien : il marche aussi ici. Sinon, demandez-en une
        nouvelle.
      </p>
      <p className="boutons">
        <LinkButton kind="principal" href={href('signInLetter')} icon="mail">
          Recevoir une lettre
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
          ? 'La lettre est partie. Mais votre navigateur n’a pas gardé le petit repère qui nous aurait dit que c’est vous.'
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
