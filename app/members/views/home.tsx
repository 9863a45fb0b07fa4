import { Avatar } from '~/ui/avatar';
import { LinkButton } from '~/ui/button';
import { ofTown } from '~/ui/format';
import { href } from '~/urls';
import type { NearPerson } from '../queries/home';
import type { Suggestion } from '../rules/suggestions';
import { Ideas } from './suggestions';

/** D17: left, they can be gone on with. */
export function WelcomeAgain() {
  return (
    <p>
      <LinkButton kind="second" href={href('welcome')} icon="compass">
        Reprendre les questions de bienvenue
      </LinkButton>
    </p>
  );
}

/** D06: of her town, then of her département. */
export function NearMe({ city, near }: { readonly city: string; readonly near: readonly NearPerson[] }) {
  return (
    <section className="suite" aria-labelledby="pres">
      <h2 id="pres">Près de chez vous</h2>
      {near.length > 0 ? <People near={near} /> : <NobodyNear city={city} />}
    </section>
  );
}

function People({ near }: { readonly near: readonly NearPerson[] }) {
  return (
    <>
      <ul className="membres">
        {near.map((person) => (
          <li key={person.id}>
            <Avatar person={person} />
            <div>
              <p className="qui">
                <a href={href('member', { membre: person.id })} dir="auto">
                  {person.name}
                </a>
              </p>
              {person.city && <p className="note">{person.city}</p>}
            </div>
          </li>
        ))}
      </ul>
      <p>
        <a href={href('members', {}, { pres: 'on' })}>Voir tout le monde près de chez vous</a>
      </p>
    </>
  );
}

function NobodyNear({ city }: { readonly city: string }) {
  return city ? (
    <p>
      Personne d’autre ne s’est encore dit {ofTown(city)} ou de votre département.{' '}
      <a href={href('members')}>Voir tous les membres</a>
    </p>
  ) : (
    <p>
      Indiquez votre ville dans <a href={href('profile')}>votre profil</a>, et vous verrez ici qui habite près de chez
      vous.
    </p>
  );
}

type OneSuggestionProps = { readonly suggestion: Suggestion | null; readonly areWanted: boolean };

/** Z11: with its reason, for who asked for it; others can. */
export function OneSuggestion({ suggestion, areWanted }: OneSuggestionProps) {
  if (areWanted) return <Ideas suggestions={suggestion ? [suggestion] : []} back={href('home')} />;
  return (
    <section className="suite" aria-labelledby="idees">
      <h2 id="idees">Une idée pour vous</h2>
      <p>
        Un salon, une personne ou un cours d’après vos goûts, avec la raison de ce choix :{' '}
        <a href={href('suggestions')}>recevoir des idées</a>
      </p>
    </section>
  );
}
