import type { ReactNode } from 'react';
import { Button, LinkButton } from '~/ui/button';
import { NarrowPage } from '~/ui/page';
import { href } from '~/urls';

type ConfirmProps = { readonly token: string; readonly newEmail: string };

/** In the new mailbox: the page changes nothing, its button does (C-01). */
export function ConfirmNewAddressPage({ token, newEmail }: ConfirmProps) {
  return (
    <NarrowPage title="Confirmer votre nouvelle adresse">
      <p>
        Votre compte Aurora50 aura désormais cette adresse : <strong>{newEmail}</strong>
      </p>
      <form method="post" noValidate action={href('confirmNewAddress', { jeton: token })}>
        <Button kind="principal" icon="check">
          Confirmer cette adresse
        </Button>
      </form>
      <p className="aide">Ce n’est pas vous ? Fermez simplement cette page.</p>
    </NarrowPage>
  );
}

type TakeBackProps = {
  readonly token: string;
  readonly oldEmail: string;
  readonly newEmail: string;
  readonly isDone: boolean;
};

/** In the old mailbox: what happened, and what the button will undo. */
export function TakeBackAddressPage({ token, oldEmail, newEmail, isDone }: TakeBackProps) {
  return (
    <NarrowPage title="Protéger votre compte">
      <p>
        {isDone
          ? `L’adresse de votre compte est passée de ${oldEmail} à ${newEmail}.`
          : `Quelqu’un demande à changer l’adresse de votre compte, de ${oldEmail} en ${newEmail}.`}
      </p>
      <p>
        {isDone
          ? 'Si ce n’est pas vous, appuyez sur le bouton : votre ancienne adresse revient, tous les appareils sont déconnectés et le mot de passe est effacé. Vous en choisirez un nouveau par courriel.'
          : 'Si ce n’est pas vous, appuyez sur le bouton : la demande est annulée et votre adresse reste la même.'}
      </p>
      <form method="post" noValidate action={href('takeBackAddress', { jeton: token })}>
        <Button kind="danger" icon="lock">
          {isDone ? 'Reprendre mon ancienne adresse' : 'Annuler cette demande'}
        </Button>
      </form>
      <p className="aide">C’est bien vous ? Fermez simplement cette page.</p>
    </NarrowPage>
  );
}

type OutcomeProps = {
  readonly title: string;
  readonly children: ReactNode;
  readonly next: { readonly label: string; readonly href: string };
};

/** What came of a link in a letter, and the one next step. */
export function OutcomePage({ title, children, next }: OutcomeProps) {
  return (
    <NarrowPage title={title}>
      {children}
      <LinkButton kind="principal" href={next.href}>
        {next.label}
      </LinkButton>
    </NarrowPage>
  );
}
