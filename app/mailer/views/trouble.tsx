import { dayLabel } from '~/ui/format';
import { Notice } from '~/ui/notice';
import type { StopReason } from '../rules';

type MailTroubleProps = {
  readonly trouble: { readonly reason: StopReason; readonly stoppedAt: Date };
  readonly now: Date;
};

const WHY: Readonly<Record<StopReason, string>> = {
  hard_bounce: 'votre messagerie a répondu que cette adresse n’existe pas',
  soft_bounces: 'votre messagerie a refusé plusieurs courriels de suite. Votre boîte est peut-être pleine',
  complaint: 'un de nos courriels a été classé comme indésirable dans votre messagerie',
};

/** For the settings (C-16): why nothing arrives any more. What to do about it stands beside it, on the page. */
export function MailTrouble({ trouble, now }: MailTroubleProps) {
  return (
    <Notice tone="alerte">
      <p>
        <strong>Nos courriels ne vous parviennent plus.</strong> Depuis le {dayLabel(trouble.stoppedAt, now)}, nous
        n’écrivons plus à votre adresse : {WHY[trouble.reason]}.
      </p>
      <p>
        Vérifiez votre adresse, ou changez-la. Dès que vous l’aurez confirmée, les courriels reprendront. Votre compte
        et vos salons restent ouverts comme avant.
      </p>
    </Notice>
  );
}
