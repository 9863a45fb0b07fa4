import { href } from '~/urls';
import { STATUS_WORDS, type Status } from '../rules';

/** N03: a choice that is forgotten would be a riddle; whoever made one reads it here, and changes it from here. */
export function ChosenStatus({ chosen }: { readonly chosen: Status | null }) {
  if (!chosen) return null;
  return (
    <p>
      Votre choix pour les autres : <b>{STATUS_WORDS[chosen]}</b>. <a href={href('presenceSettings')}>Changer</a>
    </p>
  );
}
