import { seeOther } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import { answerWelcome, welcomeFor } from '~/members/commands/welcome';
import { goalsIn, wantsSuggestions } from '~/members/rules/welcome';
import { AnswersPage } from '~/members/views/welcome/answers';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const loader = members(async ({ context, viewer }) => ({
  welcome: await welcomeFor(context.database, viewer),
}));

export const action = membersPost(async ({ context, viewer, form }) => {
  await answerWelcome(context.database, viewer, { goals: goalsIn(form), suggestions: wantsSuggestions(form) });
  return seeOther(href('welcomeAnswers', {}, said('regle')));
});

export const handle = { title: () => 'Mes réponses de bienvenue' } satisfies PageHandle;

export default function Answers() {
  return <AnswersPage {...useLoaderData<typeof loader>()} />;
}
