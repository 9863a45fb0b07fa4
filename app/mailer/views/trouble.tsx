import { Button } from '~/ui/button';
import { dayLabel } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { href } from '~/urls';
import type { StopReason } from '../rules';

type MailTroubleProps = {
  readonly trouble: { readonly reason: StopReason; readonly stoppedAt: Date };
  readonly email: string;
  readonly now: Date;
};

const WHY: Readonly<Record<StopReason, string>> = {
  hard_bounce: 'votre messagerie a répondu que cette adresse n’existe pas',
  soft_bounces: 'votre messagerie a refusé plusieurs courriels de suite. Votre boîte est peut-être pleine',
  complaint: 'un de nos courriels a été classé comme indésirable dans votre messagerie',
};

/** C-16: why nothing arrives any more, and the way back: whoever uses a letter has read it there. */
export function MailTrouble({ trouble, email, now }: MailTroubleProps) {
  return (
    <Notice tone="alerte">
      <p>
        <strong>Nos courriels ne vous parviennent plus.</strong> Depuis le {dayLabel(trouble.stoppedAt, now)}, nous
        n’écrivons plus à votre adresse : {WHY[trouble.reason]}.
      </p>
      {trouble.reason === 'complaint' ? <AskTeam /> : <TryAgain email={email} />}
    </Notice>
  );
}

function TryAgain({ email }: { readonly email: string }) {
  return (
    <>
      <p>
        L’adresse est bonne et la boîte a de la place ? Demandez un courriel d’essai. Dès que vous aurez suivi son lien,
        les courriels reprendront. Sinon, <a href={href('emailSettings')}>changez d’adresse</a>.
      </p>
      <form method="post" noValidate action={href('signInLetter')}>
        <input type="hidden" name="courriel" value={email} />
        <input type="hidden" name="retour" value={href('mailSettings')} />
        <Button kind="second" icon="mail">
          Recevoir un courriel d’essai
        </Button>
      </form>
    </>
  );
}

/** We write to nobody who has complained, not even to ask whether it was a mistake. */
function AskTeam() {
  return (
    <p>
      Si c’était une erreur, <a href={href('emailSettings')}>changez d’adresse</a> ou{' '}
      <a href={href('help')}>écrivez-nous</a> : nous rouvrirons l’envoi. Votre compte et vos salons restent ouverts.
    </p>
  );
}
