import { notFound } from '~/errors';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import { memberCard } from '~/members/queries/cards';
import { KEPT_OF_REPORT, parseMemberId, parseReport, reportTyped } from '~/members/rules/card';
import { ReportPage } from '~/members/views/member';
import { reportMember } from '~/moderation/commands';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

/** The form that came back; it stands on the member's page. */
export const loader = members(async ({ context, viewer, params }) => {
  const memberId = parseMemberId(params.membre);
  const card = memberId && (await context.database.asViewer(viewer.id, (tx) => memberCard(tx, memberId)));
  if (!card) throw notFound();
  return { memberId: card.id, name: card.name };
});

export const action = membersPost(async ({ context, viewer, params, form }) => {
  const memberId = parseMemberId(params.membre);
  if (!memberId) throw notFound();
  const parsed = parseReport(form);
  if (!parsed.ok) return page({ errors: parsed.errors, typed: reportTyped(form) }, 422);
  await reportMember(context, viewer, memberId, parsed.value);
  return seeOther(href('member', { membre: memberId }, said('signale')));
});

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = { title: ({ name }) => `Signaler ${name}`, keeps: KEPT_OF_REPORT } satisfies PageHandle<Data>;

export default function Report() {
  const { memberId, name } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <ReportPage
      name={name}
      action={href('reportMember', { membre: memberId })}
      {...(refused?.typed ?? { nature: '', reason: '' })}
      errors={refused?.errors ?? {}}
    />
  );
}
