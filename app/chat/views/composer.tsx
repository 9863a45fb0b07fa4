import { MESSAGE_MAX, type Quoted } from '~/chat/rules';
import { Button } from '~/ui/button';
import { Icon } from '~/ui/icon';
import { ErrorSummary } from '~/ui/notice';
import { anchors, href } from '~/urls';

export type ComposerState = {
  /** C-07: makes one message of one form, however often it is sent. */
  readonly key: string;
  readonly text: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly replyingTo: Quoted | null;
};

type ComposerProps = { readonly salonId: string; readonly state: ComposerState };

/** Where one writes. Also the fragment of a refused message: it comes back as it was typed. */
export function Composer({ salonId, state }: ComposerProps) {
  const faulty = Object.keys(state.errors).length > 0;
  return (
    <form
      id={anchors.composer}
      className="ecrire"
      method="post"
      action={href('messages', { salon: salonId })}
      data-aurora=""
      data-brouillon={salonId}
    >
      <ErrorSummary errors={state.errors} ids={{ texte: 'texte' }} />
      <input type="hidden" name="cle" value={state.key} />
      <input type="hidden" name="reponse_a" value={state.replyingTo?.id ?? ''} />
      <Answering salonId={salonId} to={state.replyingTo} />
      <label htmlFor="texte">Votre message</label>
      <div className="plume">
        <textarea
          id="texte"
          name="texte"
          rows={2}
          maxLength={MESSAGE_MAX}
          required
          autoCapitalize="sentences"
          enterKeyHint="enter"
          aria-describedby="aide-texte reste"
          aria-invalid={faulty || undefined}
          defaultValue={state.text}
        />
        <Button kind="principal" icon="send">
          Envoyer
        </Button>
      </div>
      <p
        className="aide"
        id="aide-texte"
        data-clavier="Entrée envoie le message. Majuscule et Entrée ensemble vont à la ligne."
        data-tactile="La touche Entrée va à la ligne."
      >
        La touche Entrée va à la ligne.
      </p>
      <p className="aide" id="reste" role="status" data-limite={MESSAGE_MAX} hidden />
    </form>
  );
}

/** What is being answered. Always in the page, so that the script has where to put it. */
function Answering({ salonId, to }: { readonly salonId: string; readonly to: Quoted | null }) {
  return (
    <div id="reponse" className="reponse" hidden={to === null}>
      <Icon name="reply" />
      <p>
        Vous répondez à <b>{to?.authorName}</b>
        <span className="extrait">{to && (to.excerpt === null ? 'message supprimé' : `« ${to.excerpt} »`)}</span>
      </p>
      <a href={`${href('salon', { salon: salonId })}#${anchors.composer}`} data-ne-plus-repondre="">
        Ne plus répondre
      </a>
    </div>
  );
}
