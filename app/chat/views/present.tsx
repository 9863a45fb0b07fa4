import type { Present } from '~/presence/rules';
import { Avatar } from '~/ui/avatar';
import { plural } from '~/ui/format';

/** Who is here now; also the stream's `presence` event. */
export function PresentList({ present }: { readonly present: readonly Present[] }) {
  return (
    <div id="presents" className="presents">
      <h2>{present.length === 0 ? 'Personne d’autre pour l’instant' : 'Ici en ce moment'}</h2>
      <ul>
        {present.map((person) => (
          <li key={person.id} data-membre={person.id}>
            <Avatar person={person} /> <span>{person.name}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How many belong to the salon; also the stream's `membres` event. */
export function MemberCount({ count }: { readonly count: number }) {
  return <p id="membres">{plural(count, 'membre', 'membres')}</p>;
}

/** « Monique écrit… »; the stream's `ecrit` event. The writer herself does not see it (viewerCss). */
export function TypingLine({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <p id="ecrit" aria-live="polite" data-qui={id}>
      {name} écrit…
    </p>
  );
}
