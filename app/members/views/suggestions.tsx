import type { Suggestion } from '../rules/suggestions';

/** Each leads somewhere and says why it stands there. */
export function SuggestionList({ suggestions }: { readonly suggestions: readonly Suggestion[] }) {
  return (
    <ul className="annuaire">
      {suggestions.map(({ href, title, about, reason }) => (
        <li key={href}>
          <article className="personne">
            <div>
              <h3>
                <a href={href} dir="auto">
                  {title}
                </a>
              </h3>
              {about && <p className="extrait">{about}</p>}
              <p className="note">{reason}.</p>
            </div>
          </article>
        </li>
      ))}
    </ul>
  );
}
