import type { Message } from '~/chat/rules';
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
import { loadReported, messagePlace } from '~/routes/chat/load-message';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const loader = members(async ({ context, viewer, params }) => {
  const { room, message, seen } = await loadReported(context, viewer, params);
  if (message.isDeleted || message.author.id === '') throw notFound();
  // One's own: it can be corrected or deleted.
  if (message.author.id === viewer.id) return seeOther(href('message', { salon: room.id, message: message.id }));
  return { salon: { id: room.id, name: room.name }, messageId: message.id, message: seen };
});

export const action = membersPost(async ({ context, viewer, params, form }) => {
  const place = messagePlace(params);
  const parsed = parseReport(form);
  if (!parsed.ok) return page({ errors: parsed.errors, typed: reportTyped(form) }, 422);
  await reportMessage(context, viewer, place, parsed.value);
  return seeOther(href('salon', { salon: place.salonId }, said('signale')));
});

/** The message as it stands, and the other of the two buttons. */
function shownOf(message: Message) {
  const { id, name } = message.author;
  const block = <BlockButton memberId={id} isBlocked={false} name={name} />;
  return { author: name, message: <MessageAlone message={message} />, block };
}

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  title: ({ salon }) => `Signaler un message · ${salon.name}`,
  keeps: KEPT_OF_REPORT,
} satisfies PageHandle<Data>;

export default function ReportMessage() {
  const { salon, messageId, message } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <ReportMessagePage
      salon={salon}
      messageId={messageId}
      shown={message && shownOf(message)}
      typed={refused?.typed ?? { nature: '', reason: '' }}
      errors={refused?.errors ?? {}}
    />
  );
}
