/** What admins do on the page of a member's account, and the lines that it leaves. */
import { href } from '~/urls';
import type { Member } from './cast';
import type { Visitor } from './server';
import { mainOf, type Site, words } from './site';

export const pageOf = ({ id }: Member) => href('staffMember', { membre: id });
export const text = async (visitor: Visitor, path: string) => words(mainOf(await (await visitor.get(path)).text()));

export function staffOf(site: Site, asAdmin: () => Visitor) {
  return {
    act: (member: Member, form: Record<string, string>, by = asAdmin()) => by.post(pageOf(member), form),
    /** Who looked at the member and what they did, the oldest first. */
    async looksOf({ id }: Member) {
      const rows = await site.cast.sql<{ action: string }[]>`
        select action from audit_log where subject_id = ${id} order by id`;
      return rows.map(({ action }) => action);
    },
  };
}
