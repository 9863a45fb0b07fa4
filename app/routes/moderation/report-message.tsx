import { MessageAlone } from '~/chat/views/message-page';
import { notFound } from '~/errors';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import { KEPT_OF_REPORT, parseReport, reportTyped } from '~/members/rules/card';
import { BlockButton } from '~/members/views/block-button';
import { reportMessage } from '~/moderation/commands';
import { ReportMessagePage } from '~/moderation/views/report-message';
import type { PageHandle } from '~/root';
import { loadMessage, messagePlace } from '~/routes/chat/load-message';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const loader = members(async ({ context, viewer, params }) => {
  const { room, message } = await loadMessage(context, viewer, params);
  if (message.isDeleted || message.author.id === '') throw notFound();
  // One's own: it can be corrected or deleted.
  if (message.author.id === viewer.id) return seeOther(href('message', { salon: room.id, message: message.id }));
  return { salon: { id: room.id, name: room.name }, message };
});

export const action = membersPost(async ({ context, viewer, params, form }) => {
  const place = messagePlace(params);
  const parsed = parseReport(form);
  if (!parsed.ok) return page({ errors: parsed.errors, typed: reportTyped(form) }, 422);
  await reportMessage(context, viewer, place, parsed.value);
  return seeOther(href('salon', { salon: place.salonId }, said('signale')));
});

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  title: ({ salon }) => `Signaler un message · ${salon.name}`,
  keeps: KEPT_OF_REPORT,
} satisfies PageHandle<Data>;

export default function ReportMessage() {
  const { salon, message } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { id, name } = message.author;
  return (
    <ReportMessagePage
      salon={salon}
      messageId={message.id}
      author={name}
      message={<MessageAlone message={message} />}
      block={<BlockButton memberId={id} isBlocked={false} name={name} />}
      typed={refused?.typed ?? { nature: '', reason: '' }}
      errors={refused?.errors ?? {}}
    />
  );
}
