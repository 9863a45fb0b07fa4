import { ErrorPage, errorTitle } from '~/ui/error-page';
import { Example, Part } from '~/ui/gallery/example';
import { QuestionPage } from '~/ui/question-page';
import { href } from '~/urls';

/** Every refusal that has words of its own (`error-page.tsx`). */
const REFUSALS = [403, 404, 405, 409, 413, 422, 429, 500, 503] as const;
const QUESTION = 'question';

/** Parts that are a page of their own: each is shown as one, in the frame of every page. */
export function PageExamples() {
  return (
    <Part title="Pages entières">
      <Example name="Question avant d’agir" file="question-page.tsx">
        <p>
          <a href={href('components', {}, { exemple: QUESTION })}>Voir la question</a>
        </p>
      </Example>
      <Example name="Pages d’erreur" file="error-page.tsx">
        <ul className="pile">
          {REFUSALS.map((status) => (
            <li key={status}>
              <a href={href('components', {}, { exemple: status })}>
                {status}, « {errorTitle(status)} »
              </a>
            </li>
          ))}
        </ul>
      </Example>
    </Part>
  );
}

/** One of them; null when the gallery has no such page. */
export function wholePage(name: string | null): React.ReactElement | null {
  if (name === QUESTION) return <Question />;
  const status = REFUSALS.find((each) => String(each) === name);
  if (!status) return null;
  const retryAfter = status === 429 || status === 503 ? 30 : undefined;
  return <ErrorPage status={status} reference="5N36J5" retryAfter={retryAfter} />;
}

function Question() {
  return (
    <div className="etroit">
      <QuestionPage
        question="Supprimer ce message ?"
        action={href('components')}
        yes="Supprimer le message"
        icon="trash"
        no="Le garder"
        back={href('components')}
      >
        <p>Son texte disparaîtra pour tout le monde. On ne peut pas revenir en arrière.</p>
      </QuestionPage>
    </div>
  );
}
