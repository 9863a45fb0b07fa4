import { Button } from '~/ui/button';
import { SettingPage } from '~/ui/setting-page';
import { href } from '~/urls';
import { BLANK, type Welcome } from '../../rules/welcome';
import { GoalsStep, SuggestionsBox } from './steps';

/** D18: what she has answered, to read again and to change. */
export function AnswersPage({ welcome: { answers, isFinished } }: { readonly welcome: Welcome }) {
  return (
    <SettingPage title="Mes réponses de bienvenue">
      {!isFinished && (
        <p>
          <a href={href('welcome')}>Reprendre les questions de bienvenue</a>
        </p>
      )}
      <form method="post" noValidate action={href('welcomeAnswers')}>
        <GoalsStep answers={answers ?? BLANK} />
        <SuggestionsBox checked={answers?.suggestions ?? false} />
        <Button kind="principal" icon="check">
          Enregistrer mes réponses
        </Button>
      </form>
      <p>
        Le reste de vos réponses est dans <a href={href('profile')}>votre profil</a> (ville, centres d’intérêt) et dans{' '}
        <a href={href('displaySettings')}>la taille du texte</a>.
      </p>
      <p>
        <a href={href('suggestions')}>Comment ces idées sont choisies</a>
      </p>
    </SettingPage>
  );
}
