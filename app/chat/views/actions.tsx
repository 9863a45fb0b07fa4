/** What one can do with a message: one link in each, to the message's page, and one menu for all of them in the room. */
import { ReactionButtons } from '~/chat/views/reactions';
import { anchors, classes, data, messageSign } from '~/client/protocol';
import { href } from '~/urls';

type ActionsLinkProps = { readonly salonId: string; readonly messageId: number };

/**
 * Leads to the page that shows them all (U01). The browser script makes it a menu, which it fills from
 * `ActionsPattern`. Of the three words the style sheet shows the reader's: somebody else's message, her own, and her own that
 * is too old to correct (`viewerCss`).
 */
export function ActionsLink({ salonId, messageId }: ActionsLinkProps) {
  return (
    <a className={classes.actions} href={href('message', { salon: salonId, message: messageId })}>
      <span>
        Répondre<span> ou réagir</span>
      </span>{' '}
      <span>
        Modifier<span> ou supprimer</span>
      </span>{' '}
      <span>Supprimer</span>
    </a>
  );
}

/** What the script unfolds in a message, with `messageSign` where its id belongs: in the page once, and not in each message. */
/** @param keeps the viewer may pin what others wrote, on its page */
export function ActionsPattern({ salonId, keeps }: { readonly salonId: string; readonly keeps: boolean }) {
  const place = { salon: salonId, message: messageSign };
  const reply = href('salon', { salon: salonId }, { repondre: messageSign });
  return (
    <template id={anchors.actions}>
      <div className="auteur-seul">
        <a href={href('message', place)} className="corriger">
          Modifier
        </a>{' '}
        <a href={href('deleteMessage', place)}>Supprimer</a>
      </div>
      <div className="a-autrui">
        <a href={`${reply}#${anchors.composer}`} {...data({ repondre: messageSign })}>
          Répondre
        </a>{' '}
        <ReactionButtons salonId={salonId} messageId={messageSign} />
        {/* Apart from « Répondre », so that no finger takes one for the other. */}
        <a href={href('reportMessage', place)}>Signaler</a> {keeps && <a href={href('message', place)}>Épingler</a>}
      </div>
    </template>
  );
}
