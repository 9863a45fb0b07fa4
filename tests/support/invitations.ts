/** Invitations to a salon by letter. */
import { href } from '~/urls';
import type { Member } from './cast';
import { mailboxOf } from './mailbox';
import type { Visitor } from './server';
import type { Site } from './site';

/** Registers a hook of the file's: after `openSite`. @param here the inviter and the salon */
export function invitationsOf(site: Site, here: () => { monique: Member; salon: string }) {
  const mail = mailboxOf(site);
  return {
    mail,
    invite: async (courriel: string, more: Record<string, string> = {}, who = here().monique) =>
      (await site.as(who)).post(href('salonInvitations', { salon: here().salon }), { courriel, ...more }),
    linkTo: async (courriel: string) => (await mail.last(courriel, 'invitation')).path,
    /** Acts on the salon's one invitation. */
    async rule(action: string, who = here().monique) {
      const { salon } = here();
      const [row] = await site.cast.sql<{ id: string }[]>`select id from salon_invitations where salon_id = ${salon}`;
      return (await site.as(who)).post(href('salonInvitation', { salon, invitation: row?.id ?? '' }), { action });
    },
  };
}

export async function page(visitor: Visitor, path: string): Promise<{ status: number; html: string }> {
  const answer = await visitor.get(path);
  return { status: answer.status, html: await answer.text() };
}
