/** What the database says of a member's letters: which she wants, what stops them, and what became of one. */
import type { Database } from '~/db';
import { mailChoicesOf, mailTroubleOf } from '~/mailer/choices/queries';
import type { Member } from './cast';
import type { Site } from './site';

/** She has asked for mentions and invitations; the daily letter comes unasked. */
export async function reader(site: Pick<Site, 'cast'>): Promise<Member> {
  const anne = await site.cast.member('Anne');
  await site.cast.sql`
    update mail_preferences set wanted = true where user_id = ${anne.id} and kind in ('mention', 'invitation')`;
  return anne;
}

/** @param here the member who is meant where nobody is named */
export function letterChoicesOf(site: Pick<Site, 'cast'>, here: () => { database: Database; anne: Member }) {
  return {
    wanted: async (member = here().anne) =>
      (await here().database.asViewer(member.id, (tx) => mailChoicesOf(tx, member.id)))
        .filter((c) => c.wanted)
        .map((c) => c.kind),
    trouble: (member = here().anne) => here().database.asViewer(member.id, mailTroubleOf),
    queue: (template = 'welcome') => site.cast.sql`
      insert into outbox (template, props, user_id)
      values (${template}, '{"name": "Anne", "path": "/"}', ${here().anne.id}) returning id`,
    async stateOf(id: unknown) {
      const [row] = await site.cast.sql`select state, reason from outbox where id = ${String(id)}`;
      return { ...row };
    },
  };
}
