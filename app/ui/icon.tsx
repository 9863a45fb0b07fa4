import { drawings, type IconName } from '~/ui/icons';
import { once } from '~/ui/once';

const drawn = once(({ name }: { readonly name: IconName }) => drawings[name]);

/** A drawing beside a word, never instead of one: it is hidden from screen readers. How thick its lines are, says the sheet. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      className="icone"
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
      {...drawn({ name })}
    />
  );
}
