import { notFound } from '~/errors';
import { type AskedByMember, members } from '~/http/route';

/** What the site is made of: for admins; a demonstration shows it to whoever has signed in. */
export function workshop<T>(work: (asked: AskedByMember) => Promise<T>) {
  return members(async (asked) => {
    if (asked.viewer.appRole !== 'admin' && !asked.context.config.demo) throw notFound();
    return work(asked);
  });
}
