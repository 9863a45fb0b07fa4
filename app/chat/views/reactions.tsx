import { Fragment } from 'react';
import { REACTIONS } from '~/chat/rules';
import { data } from '~/client/protocol';
import { href } from '~/urls';

type ReactionButtonsProps = { readonly salonId: string; readonly messageId: number | string };

/** D51, D52: six words to press; pressing the same one again takes it back. */
export function ReactionButtons({ salonId, messageId }: ReactionButtonsProps) {
  return (
    <form
      method="post"
      noValidate
      action={href('reactions', { salon: salonId, message: messageId })}
      {...data({ aurora: '' })}
    >
      {Object.entries(REACTIONS).map(([emoji, word]) => (
        <Fragment key={emoji}>
          <button name="emoji" value={emoji}>
            {word}
          </button>{' '}
        </Fragment>
      ))}
    </form>
  );
}
