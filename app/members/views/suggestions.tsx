import { Button } from '~/ui/button';
import { href } from '~/urls';
import type { Suggestion } from '../rules/suggestions';

type SuggestionListProps = {
  readonly suggestions: readonly Suggestion[];
  /** The page that they stand on: it is shown again without what was put aside. Null: nothing is put aside here. */
  readonly back: string | null;
};

/** Each leads somewhere and says why it stands there. */
export function SuggestionList({ suggestions, back }: SuggestionListProps) {
  return (
    <ul className="annuaire">
      {suggestions.map((suggestion) => (
        <li key={suggestion.href}>
          <article className="personne">
            <div>
              <h3>
                <a href={suggestion.href} dir="auto">
                  {suggestion.title}
                </a>
              </h3>
              {suggestion.about && <p className="extrait">{suggestion.about}</p>}
              <p className="note">{suggestion.reason}.</p>
              {back && <Dismiss suggestion={suggestion} back={back} />}
            </div>
          </article>
        </li>
      ))}
    </ul>
  );
}

function Dismiss({ suggestion: { id, title }, back }: { readonly suggestion: Suggestion; readonly back: string }) {
  return (
    <form method="post" noValidate action={href('dismissSuggestion')}>
      <input type="hidden" name="retour" value={back} />
      <Button kind="discret" name="quoi" value={id}>
        Ne plus proposer<span className="hors-vue"> : {title}</span>
      </Button>
    </form>
  );
}

type IdeasProps = { readonly suggestions: readonly Suggestion[]; readonly back: string };

/** Z11: on a page about something else. Nothing where there is none. */
export function Ideas({ suggestions, back }: IdeasProps) {
  if (suggestions.length === 0) return null;
  return (
    <section className="suite" aria-labelledby="idees">
      <h2 id="idees">{suggestions.length > 1 ? 'Des idées pour vous' : 'Une idée pour vous'}</h2>
      <SuggestionList suggestions={suggestions} back={back} />
      <p>
        <a href={href('suggestions')}>Comment ces idées sont choisies</a>
      </p>
    </section>
  );
}
