import { AppError, notFound } from '~/errors';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import { answer, judge, openReport } from '~/moderation/judge';
import { BLANK, isAnswer, parseAnswer, parseId, parseJudgement, typedJudgement } from '~/moderation/rules';
import { ReportPage } from '~/moderation/views/report';
import type { PageHandle } from '~/root';
import { type FlashName, said } from '~/routes/flashes';
import { href } from '~/urls';

/** A look at somebody's words, which she reads (U17). */
export const loader = members(async ({ context, viewer, params }) => ({
  ...(await openReport(context.database, viewer, idIn(params))),
  now: new Date(),
}));

export const action = membersPost(async ({ context, viewer, params, form }) => {
  const id = idIn(params);
  const again = (errors: Readonly<Record<string, string>>) => page({ errors, typed: typedJudgement(form) }, 422);
  const back = (flash: FlashName) => seeOther(href('report', { signalement: id }, said(flash)));
  try {
    if (isAnswer(form)) {
      const parsed = parseAnswer(form);
      if (!parsed.ok) return again(parsed.errors);
      await answer(context, viewer, id, parsed.value);
      return back('reponse-donnee');
    }
    const parsed = parseJudgement(form);
    if (!parsed.ok) return again(parsed.errors);
    await judge(context, viewer, id, parsed.value);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
    const refusal = REFUSALS[error.detail];
    return refusal ? again({ decision: refusal }) : back('decision-deja');
  }
  return back('decision-prise');
});

const REFUSALS: Readonly<Record<string, string>> = {
  team: 'Cette personne est de l’équipe : reprenez d’abord son rôle.',
  owner: 'Cette personne tient le salon : on ne l’en exclut pas.',
};

function idIn(params: Readonly<Record<string, string | undefined>>): number {
  const id = parseId(params.signalement);
  if (id === null) throw notFound();
  return id;
}

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  title: ({ file }) => `Signalement : ${file.name}`,
  isPrivate: true,
} satisfies PageHandle<Data>;

export default function Report() {
  const refused = useActionData<typeof action>();
  return (
    <ReportPage {...useLoaderData<typeof loader>()} typed={refused?.typed ?? BLANK} errors={refused?.errors ?? {}} />
  );
}
