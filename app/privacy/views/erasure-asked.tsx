/** An erasure that waits for its day. */
import { Button } from '~/ui/button';
import { fullMoment } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { href } from '~/urls';

export type Asked = {
  readonly dueAt: Date;
  readonly reference: string;
  readonly keepsMessages: boolean;
  readonly isHeld: boolean;
};

export function WaitingErasure({ dueAt, reference, keepsMessages, isHeld }: Asked) {
  return (
    <>
      <p className="chapeau">
        Votre compte sera effacé le <strong>{fullMoment(dueAt)}</strong>.
      </p>
      {isHeld && (
        <Notice tone="alerte">
          <p>
            Cette date est passée, mais vous êtes la seule personne qui administre ce site. Confiez l’administration à
            quelqu’un, depuis <a href={href('staffMembers')}>les membres</a> : l’effacement se fera le jour suivant.
          </p>
        </Notice>
      )}
      <section>
        <ul>
          <li>D’ici là, rien ne change : vous pouvez écrire, lire et suivre vos cours.</li>
          <li>
            {keepsMessages
              ? 'Vos messages resteront dans les salons, sans votre nom.'
              : 'Le texte de vos messages sera effacé.'}
          </li>
          <li>Ensuite, personne ne pourra revenir en arrière. Un reçu vous sera envoyé par courriel.</li>
        </ul>
      </section>
      <form method="post" noValidate action={href('keepAccount')} className="boutons">
        <Button kind="principal">Garder mon compte</Button>
      </form>
      <p className="note">Référence : {reference}</p>
    </>
  );
}
