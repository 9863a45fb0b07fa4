import { href } from '~/urls';
import type { Status } from '../rules';
import { StatusMark } from './status';

/** N03: a choice that is forgotten would be a riddle; whoever made one reads it here, and changes it from here. */
export function ChosenStatus({ chosen }: { readonly chosen: Status | null }) {
  if (!chosen) return null;
  return (
    <p className="etat-choisi">
      Vous avez choisi d’être vu <StatusMark status={chosen} />. <a href={href('presenceSettings')}>Changer</a>
    </p>
  );
}
