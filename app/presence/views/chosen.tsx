import { timeOfDay } from '~/ui/format';
import { href } from '~/urls';
import { type Chosen, STATUS_WORDS } from '../rules';

/** N03, F21: a choice that is forgotten would be a riddle; whoever made one reads it here, and changes it from here. */
export function ChosenStatus({ chosen }: { readonly chosen: Chosen }) {
  if (!chosen) return null;
  return (
    <p>
      Votre choix pour les autres : <b>{STATUS_WORDS[chosen.status]}</b>
      {chosen.until && <>, jusqu’à {timeOfDay(chosen.until)}</>}. <a href={href('presenceSettings')}>Changer</a>
    </p>
  );
}
