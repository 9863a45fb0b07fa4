import { AppError } from '~/errors';
import { seeOther } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import { answerWelcome } from '~/members/commands/welcome';
import { dismissedCount, wishesOf } from '~/members/queries/suggestions';
import { SuggestionsPage } from '~/members/views/suggestions-page';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

/** Two statements. */
export const loader = members(async ({ context, viewer }) => {
  const [wishes, dismissed] = await context.database.asViewer(viewer.id, (tx) =>
    Promise.all([wishesOf(tx, viewer.id), dismissedCount(tx, viewer.id)]),
  );
  return { areWanted: wishes?.answers?.suggestions === true, dismissed };
});

export const action = membersPost(async ({ context, viewer, form }) => {
  const wanted = form.suggestions === 'on';
  if (!wanted && form.suggestions !== 'off') throw new AppError('invalid', 'suggestions');
  await answerWelcome(context.database, viewer, { suggestions: wanted });
  return seeOther(href('suggestions', {}, said(wanted ? 'idees-oui' : 'idees-non')));
});

export const handle = { title: () => 'Des idées pour vous' } satisfies PageHandle;

export default function Suggestions() {
  return <SuggestionsPage {...useLoaderData<typeof loader>()} />;
}
