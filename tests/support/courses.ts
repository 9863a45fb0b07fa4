/** What tests on the pages of courses share. */
import { setTimeout } from 'node:timers/promises';
import { href } from '~/urls';
import type { Site } from './site';

/** Waits until the server has heard of a course that was put straight into its database. */
export async function known(site: Pick<Site, 'stranger'>, cours: string): Promise<void> {
  const page = href('course', { cours });
  const giveUpAt = Date.now() + 20_000;
  for (;;) {
    const { status } = await site.stranger().get(page);
    if (status === 200) return;
    if (Date.now() > giveUpAt) throw new Error(`${page} is ${status}`);
    await setTimeout(30);
  }
}

/** As whoever publishes, or takes back. */
export async function wakeCourses({ cast }: Site): Promise<void> {
  await cast.sql`select pg_notify('aurora50', gen_random_uuid() || ' courses:all')`;
}
