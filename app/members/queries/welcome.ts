/** The questions after the first sign-in. They run as the system role. */
import type { Tx } from '~/db';
import { type Answers, answersOf, type Welcome } from '../rules/welcome';

export async function welcomeOf(tx: Tx, userId: string): Promise<Welcome> {
  const [found] = await tx<{ isFinished: boolean; answers: unknown }[]>`
    select onboarding_completed as is_finished, onboarding_answers as answers
    from profiles
    where id = ${userId}`;
  return { isFinished: found?.isFinished ?? true, answers: answersOf(found?.answers) };
}

export async function saveWelcome(tx: Tx, userId: string, answers: Answers, isFinished: boolean): Promise<void> {
  await tx`
    update profiles
    set onboarding_answers = ${JSON.stringify(answers)}::text::jsonb, onboarding_completed = ${isFinished}
    where id = ${userId}`;
}
