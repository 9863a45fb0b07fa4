import type { ReactNode } from 'react';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/notice';
import { href } from '~/urls';
import { QUESTIONS, STEPS, type Step, stepBefore } from '../../rules/welcome';
import { FoundPage } from './found';
import { GoalsStep, InterestsStep, SizeStep, TownStep, type WelcomePageProps } from './steps';

/** One question a page, in any order, each of them optional (D17). */
export function WelcomePage(props: WelcomePageProps) {
  const { step, errors } = props;
  if (step === 'fin') return <FoundPage found={props.found} />;
  const before = stepBefore(step);
  return (
    <div className="etroit">
      <p className="note">
        Question {STEPS.indexOf(step) + 1} sur {QUESTIONS}
      </p>
      <h1>{TITLES[step]}</h1>
      <ErrorSummary errors={errors} />
      {/* A file has a form of its own, which leads back here. */}
      {step === 'photo' && props.photo}
      <form method="post" noValidate action={href('welcome')}>
        <input type="hidden" name="etape" value={step} />
        {stepOf(props)}
        <p className="boutons">
          {step !== 'photo' && (
            <Button kind="principal" icon="check">
              Continuer
            </Button>
          )}
          <Button kind="second" name="suite" value="passer">
            Passer cette question
          </Button>
        </p>
      </form>
      <ul className="liens-cote">
        {before && (
          <li>
            <a href={href('welcome', {}, { etape: before })}>Revenir à la question d’avant</a>
          </li>
        )}
        <li>
          <a href={href('home')}>Continuer plus tard</a>
        </li>
      </ul>
    </div>
  );
}

const TITLES: Readonly<Record<Step, string>> = {
  envies: 'Qu’est-ce qui vous amène ?',
  taille: 'Quelle taille de texte vous va ?',
  ville: 'Où habitez-vous ?',
  gouts: 'Qu’aimez-vous ?',
  photo: 'Une photo de vous ?',
  fin: 'Pour commencer',
};

function stepOf(props: WelcomePageProps): ReactNode {
  switch (props.step) {
    case 'envies':
      return <GoalsStep {...props} />;
    case 'taille':
      return <SizeStep {...props} />;
    case 'ville':
      return <TownStep {...props} />;
    case 'photo':
      return null;
    default:
      return <InterestsStep {...props} />;
  }
}
