import { lookUpAddress } from '~/admin/commands';
import { figuresByTemplate, lastFailures, mailOverview } from '~/admin/queries';
import { MailPage } from '~/admin/views/mail';
import { email } from '~/auth/rules/email';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';
import { LETTERS } from '../../../emails/write';

const TITLES = Object.fromEntries(Object.entries(LETTERS).map(([template, { title }]) => [template, title]));

/** Looking somebody up is a GET that leaves a line in her journal: no look without one. */
export const loader = members(async ({ context, viewer, url }) => {
  const asked = url.searchParams.get('courriel') ?? '';
  const parsed = asked === '' ? null : email.safeParse(asked);
  const [overview, failures, figures] = await context.database.asSystem((tx) =>
    Promise.all([mailOverview(tx), lastFailures(tx), figuresByTemplate(tx)]),
  );
  return {
    overview,
    failures,
    figures,
    titles: TITLES,
    asked: asked.replaceAll('\0', ''),
    fault: parsed?.error?.issues[0]?.message,
    history: parsed?.success ? await lookUpAddress(context.database, viewer, parsed.data) : null,
    now: new Date(),
  };
});

export const handle = { title: () => 'Courrier · Équipe', isPrivate: true } satisfies PageHandle;

export default function Mail() {
  return <MailPage {...useLoaderData<typeof loader>()} />;
}
