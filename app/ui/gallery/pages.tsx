import { ErrorPage } from '~/ui/error-page';
import { Example, Part } from '~/ui/gallery/example';
import { QuestionPage } from '~/ui/question-page';
import { href } from '~/urls';

/** Parts that are a page of their own, with their title: they come last, so that the headings stay in order. */
export function PageExamples() {
  return (
    <Part title="Pages entières">
      <Example name="Question avant d’agir" file="question-page.tsx">
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
      </Example>
      <Example name="Page d’erreur" file="error-page.tsx">
        <ErrorPage status={503} requestId="exemple" retryAfter={30} />
      </Example>
    </Part>
  );
}
