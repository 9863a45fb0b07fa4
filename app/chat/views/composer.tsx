import { OfferLine } from '~/billing/views/offer';
import { MESSAGE_MAX, type Quoted } from '~/chat/rules';
import { anchors, classes, data } from '~/client/protocol';
import { paceInWords } from '~/salons/rules/order';
import { Button } from '~/ui/button';
import { plural } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { ErrorSummary } from '~/ui/notice';
import { ScriptWords } from '~/ui/script-words';
import { href } from '~/urls';

export type ComposerState = {
  /** C-07: makes one message of one form, however often it is sent. */
  readonly key: string;
  readonly text: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly replyingTo: Quoted | null;
};

/** D25: fewer messages left than this are told on the smallest screen too. */
const FEW_LEFT = 5;

/** D25: what the plan still lets one write today; null without a limit. */
export type Allowance = { readonly written: number; readonly limit: number } | null;

type ComposerProps = {
  readonly salonId: string;
  readonly state: ComposerState;
  readonly allowance?: Allowance;
  /** D24: with the day's last message written. */
  readonly offer?: boolean;
  /** Seconds that she waits between two messages here; 0: none. */
  readonly pace?: number;
};

/** Older than the ids of other fields, and known to drafts, letters and scripts by its short name. */
const FIELD_IDS = { texte: anchors.text };

/** Where one writes. Also the fragment of a refused message: it comes back as it was typed. */
export function Composer({ salonId, state, allowance = null, offer, pace = 0 }: ComposerProps) {
  const fault = state.errors.texte;
  return (
    <form
      id={anchors.composer}
      className="ecrire"
      method="post"
      noValidate
      action={href('messages', { salon: salonId })}
      {...data({ aurora: '', brouillon: salonId })}
    >
      <input type="hidden" name="cle" value={state.key} />
      <input type="hidden" name="reponse_a" value={state.replyingTo?.id ?? ''} />
      <ErrorSummary errors={faultsOf(state.errors)} ids={FIELD_IDS} />
      <Answering salonId={salonId} to={state.replyingTo} />
      <label htmlFor={anchors.text}>Votre message</label>
      {fault && (
        <p className={classes.fault} id="faute-texte">
          <Icon name="alert" /> {fault}
        </p>
      )}
      <div className="plume">
        <textarea
          id={anchors.text}
          name="texte"
          dir="auto"
          rows={2}
          maxLength={MESSAGE_MAX}
          required
          autoCapitalize="sentences"
          enterKeyHint="enter"
          aria-describedby={fault ? `faute-texte ${anchors.textHint}` : `${anchors.textHint} ${anchors.roomLeft}`}
          aria-invalid={fault ? true : undefined}
          defaultValue={state.text}
        />
        <Button kind="principal" icon="send">
          Envoyer
        </Button>
      </div>
      {/* On touch, Enter makes a line as everywhere: nothing to say. */}
      <p
        className="aide"
        id={anchors.textHint}
        {...data({ clavier: 'Entrée envoie le message. Majuscule et Entrée ensemble vont à la ligne.' })}
      />
      <p className="aide" id={anchors.roomLeft} role="status" hidden />
      {pace > 0 && <p className="aide">{paceInWords(pace)}, dans ce salon.</p>}
      {allowance && <input type="hidden" name="quota" value="on" />}
      {allowance && <AllowanceLine {...allowance} />}
      {offer && <OfferLine what="messages_per_day" />}
    </form>
  );
}

/** A fault of a field that nobody sees is one of the whole form. */
function faultsOf({ texte, ...unseen }: ComposerState['errors']): ComposerState['errors'] {
  const others = Object.values(unseen);
  return { ...(texte && { texte }), ...(others.length > 0 && { formulaire: others.join(' ') }) };
}

/** D25. Also the fragment of a message that was accepted, so that the count keeps up. */
export function AllowanceLine({ written, limit }: NonNullable<Allowance>) {
  return (
    <p className={limit - written > FEW_LEFT ? 'aide calme' : 'aide'} id="quota">
      {written < limit
        ? `Formule gratuite : ${plural(written, 'message', 'messages')} sur ${limit} aujourd’hui.`
        : `Vos ${limit} messages d’aujourd’hui sont écrits. Vous pourrez écrire de nouveau demain.`}
    </p>
  );
}

/** What is being answered. Always in the page, so that the script has where to put it. */
function Answering({ salonId, to }: { readonly salonId: string; readonly to: Quoted | null }) {
  return (
    <div id={anchors.answering} className="reponse" hidden={to === null}>
      <Icon name="reply" />
      <p>
        {to ? 'Vous répondez à ' : <ScriptWords>{'Vous répondez à '}</ScriptWords>}
        <b>{to?.authorName}</b>
        <span className={classes.excerpt}>
          {to && (to.excerpt === null ? 'message supprimé' : `« ${to.excerpt} »`)}
        </span>
      </p>
      <a href={`${href('salon', { salon: salonId })}#${anchors.composer}`} {...data({ nePlusRepondre: '' })}>
        {to ? 'Ne plus répondre' : <ScriptWords>Ne plus répondre</ScriptWords>}
      </a>
    </div>
  );
}
