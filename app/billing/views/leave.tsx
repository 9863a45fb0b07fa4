import { Button, LinkButton } from '~/ui/button';
import { Field } from '~/ui/field';
import { fullDay, price } from '~/ui/format';
import { NarrowPage } from '~/ui/page';
import { href } from '~/urls';
import { PLAN_NAMES } from '../rules/plans';
import type { Situation } from '../rules/situation';

/** Signed out: the address, then the code of the letter, then the button below (G35). */
export function LeaveSignedOutPage() {
  return (
    <NarrowPage title="Résilier votre contrat">
      <p className="chapeau">Trois étapes : votre adresse, le code que nous vous envoyons, et votre confirmation.</p>
      <h2>Étape 1 sur 3 : qui êtes-vous ?</h2>
      <form method="post" noValidate action={href('signInLetter')}>
        <input type="hidden" name="retour" value={href('cancelPlan')} />
        <Field
          name="courriel"
          label="Adresse de courriel"
          hint="Celle de votre compte. Par exemple : anne@exemple.fr"
          type="email"
          inputMode="email"
          autoComplete="email"
          value=""
          required
        />
        <Button kind="principal" icon="mail">
          Recevoir le code
        </Button>
      </form>
      <p>
        Vous avez votre mot de passe ? <a href={href('signIn', {}, { retour: href('cancelPlan') })}>Connectez-vous</a>,
        et il ne restera qu’à confirmer.
      </p>
      <p>
        Cette adresse ne vous sert plus ? <a href={href('legal')}>Écrivez-nous</a> : une demande envoyée par la poste
        vaut celle-ci.
      </p>
    </NarrowPage>
  );
}

/** Signed in: what will happen, and one button. */
export function LeavePage({ situation }: { readonly situation: Situation }) {
  return (
    <NarrowPage title="Résilier votre contrat">
      {situation.is === 'paid' || situation.is === 'late' ? (
        <Confirm situation={situation} />
      ) : (
        <Nothing {...{ situation }} />
      )}
    </NarrowPage>
  );
}

function Confirm({ situation }: { readonly situation: Extract<Situation, { is: 'paid' | 'late' }> }) {
  const until = situation.is === 'paid' ? situation.nextAt : null;
  return (
    <>
      <p className="chapeau">
        Vous résiliez la formule <strong>{PLAN_NAMES[situation.plan]}</strong>, prise le {fullDay(situation.since)}.
      </p>
      <ul className="pile">
        <li>
          {until
            ? `Vous gardez vos accès jusqu’au ${fullDay(until)}, dernier jour payé.`
            : 'Le paiement en attente n’est plus demandé, et l’abonnement s’arrête aujourd’hui.'}
        </li>
        <li>Plus rien n’est débité.</li>
        <li>Ensuite votre compte est gratuit. Vos messages, vos salons et votre avancement restent à vous.</li>
        <li>Un courriel vous le confirme tout de suite, avec la date de fin.</li>
      </ul>
      <form method="post" noValidate action={href('cancelPlan')} className="boutons">
        <Button kind="danger">Résilier mon abonnement</Button>
        <LinkButton kind="second" href={href('plans')}>
          Garder mon abonnement
        </LinkButton>
      </form>
      {situation.mayWithdraw && (
        <p>
          Vous venez de vous abonner : vous pouvez plutôt{' '}
          <a href={href('withdrawPlan')}>changer d’avis et reprendre votre argent</a>.
        </p>
      )}
    </>
  );
}

function Nothing({ situation }: { readonly situation: Situation }) {
  return (
    <>
      <p className="chapeau">
        {situation.is === 'ending'
          ? `C’est déjà fait : votre abonnement s’arrête le ${fullDay(situation.until)}, et plus rien ne sera débité.`
          : 'Vous n’avez pas d’abonnement payant : rien ne vous est débité, et il n’y a rien à résilier.'}
      </p>
      <p>
        <LinkButton kind="principal" href={href('plans')}>
          Voir ma formule
        </LinkButton>
      </p>
    </>
  );
}

type WithdrawPageProps = {
  readonly until: Date;
  /** What comes back, in cents. */
  readonly cents: number;
};

/** L221-18: explained, and done. */
export function WithdrawPage({ until, cents }: WithdrawPageProps) {
  return (
    <NarrowPage title="Changer d’avis">
      <p className="chapeau">
        Jusqu’au {fullDay(until)}, vous pouvez revenir sur votre abonnement, sans dire pourquoi.
      </p>
      <ul className="pile">
        <li>
          Tout ce que vous avez payé vous est rendu : <strong>{price(cents)}</strong>, sur la carte qui a servi.
        </li>
        <li>Votre banque met quelques jours à l’inscrire, dix au plus d’ordinaire.</li>
        <li>L’abonnement s’arrête tout de suite, et votre compte devient gratuit.</li>
        <li>Vos messages, vos salons et votre avancement restent à vous.</li>
      </ul>
      <form method="post" noValidate action={href('withdrawPlan')} className="boutons">
        <Button kind="danger">Arrêter et reprendre mon argent</Button>
        <LinkButton kind="second" href={href('plans')}>
          Garder mon abonnement
        </LinkButton>
      </form>
    </NarrowPage>
  );
}
