import { anchors, data } from '~/client/protocol';
import type { Present } from '~/presence/rules';
import { StatusMark } from '~/presence/views/status';
import { Avatar } from '~/ui/avatar';
import { plural } from '~/ui/format';
import { href } from '~/urls';

/** An evening with two hundred people is told to all of them at every coming and going: the page of the salon's members has the rest. */
const NAMES_SHOWN = 30;

/** Who is here now. */
export function PresentList({ present }: { readonly present: readonly Present[] }) {
  return (
    <div id={anchors.present} className="presents">
      <h2>
        {present.length === 0 ? (
          'Personne d’autre pour l’instant'
        ) : (
          <>
            Ici<span> en ce moment</span>
          </>
        )}
      </h2>
      <ul>
        {present.slice(0, NAMES_SHOWN).map((person) => (
          <li key={person.id} data-membre={person.id}>
            <Avatar person={person} />{' '}
            <span>
              <a href={href('member', { membre: person.id })} dir="auto">
                {person.name}
              </a>{' '}
              <StatusMark status={person.status} />
            </span>
          </li>
        ))}
        {present.length > NAMES_SHOWN && (
          <li>et {plural(present.length - NAMES_SHOWN, 'autre personne', 'autres personnes')}</li>
        )}
      </ul>
    </div>
  );
}

/** D16, in the line of the salon's name; goes with the `presence` event. Nobody is not worth a word. */
export function HereCount({ count }: { readonly count: number }) {
  return (
    <p id={anchors.here} hidden={count === 0}>
      {count} ici
    </p>
  );
}

/** The stream's `presence` event: each part takes the place of its own. */
export function Presence({ present }: { readonly present: readonly Present[] }) {
  return (
    <>
      <PresentList present={present} />
      <HereCount count={present.length} />
    </>
  );
}

/** How many belong to the salon; also the stream's `membres` event. */
export function MemberCount({ count }: { readonly count: number }) {
  return <p id={anchors.memberCount}>{plural(count, 'membre', 'membres')}</p>;
}

/** « Monique écrit… »; the stream's `ecrit` event. The writer herself does not see it (viewerCss). */
export function TypingLine({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <p id={anchors.typing} aria-live="polite" {...data({ qui: id })}>
      {name} écrit…
    </p>
  );
}
