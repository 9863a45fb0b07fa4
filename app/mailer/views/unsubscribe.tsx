import { Button, type ButtonKind } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { href } from '~/urls';
import { MAIL_KINDS } from '../choices/rules';

export type UnsubscribePageProps = {
  readonly token: string;
  readonly kind: string;
  readonly wanted: boolean;
  /** Other kinds that still leave. */
  readonly othersWanted: number;
  /** Optional letters a week, at most; null: the link is of an address without an account. */
  readonly perWeek: number | null;
};

/** RFC 8058's page for people: no sign-in, one button, and the way back. */
export function UnsubscribePage({ token, kind, wanted, othersWanted, perWeek }: UnsubscribePageProps) {
  const name = MAIL_KINDS[kind]?.name ?? 'ces courriels';
  return (
    <div className="etroit">
      <h1>{wanted ? `Ne plus recevoir ${name} ?` : `Vous ne recevez plus ${name}`}</h1>
      {wanted ? <Stop token={token} /> : <Stopped token={token} />}
      {wanted && perWeek !== null && <Less token={token} perWeek={perWeek} />}
      {othersWanted > 0 && <StopAll token={token} />}
      <p className="note">
        Les courriels dont votre compte a besoin continuent : confirmation, connexion, paiement, sécurité.
      </p>
    </div>
  );
}

type PartProps = { readonly token: string };

function Stop({ token }: PartProps) {
  return (
    <>
      <p>Un seul bouton, sans mot de passe. Vous pourrez changer d’avis sur cette même page.</p>
      <form method="post" noValidate action={href('unsubscribe', { jeton: token })}>
        <input type="hidden" name="List-Unsubscribe" value="One-Click" />
        <input type="hidden" name="page" value="oui" />
        <Button kind="principal">Ne plus recevoir ces courriels</Button>
      </form>
    </>
  );
}

function Stopped({ token }: PartProps) {
  return (
    <>
      <Notice tone="succes">
        <p>C’est noté. Un courriel déjà parti peut encore arriver aujourd’hui.</p>
      </Notice>
      <OneButton action={href('subscribeAgain', { jeton: token })} kind="second">
        Les recevoir à nouveau
      </OneButton>
    </>
  );
}

/** C-14: between all and nothing. */
function Less({ token, perWeek }: PartProps & { readonly perWeek: number }) {
  return (
    <section aria-labelledby="moins-souvent" className="suite">
      <h2 id="moins-souvent">Ou moins souvent ?</h2>
      <p>En ce moment, {perWeek === 1 ? 'un seul courriel' : `${perWeek} courriels`} par semaine au plus.</p>
      {perWeek > 1 && (
        <OneButton action={href('writeLess', { jeton: token })} kind="second">
          {perWeek > 3 ? 'Trois par semaine au plus' : 'Un seul par semaine'}
        </OneButton>
      )}
    </section>
  );
}

function StopAll({ token }: PartProps) {
  return (
    <section aria-labelledby="tout-arreter" className="suite">
      <h2 id="tout-arreter">Et les autres courriels ?</h2>
      <p>Lettre du jour, mentions, invitations, nouvelles de la maison : vous pouvez tout arrêter d’un coup.</p>
      <OneButton action={href('unsubscribeAll', { jeton: token })} kind="second">
        Arrêter tous ces courriels
      </OneButton>
    </section>
  );
}

type OneButtonProps = { readonly action: string; readonly kind: ButtonKind; readonly children: string };

function OneButton({ action, kind, children }: OneButtonProps) {
  return (
    <form method="post" noValidate action={action}>
      <Button kind={kind}>{children}</Button>
    </form>
  );
}
