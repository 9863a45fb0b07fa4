/** What tests on the pages of courses share. */
import { vi } from 'vitest';
import { href } from '~/urls';
import type { Site } from './site';

/** Waits until the server has heard of a course that was put straight into its database. */
export function known(site: Site, cours: string): Promise<void> {
  const page = href('course', { cours });
  return vi.waitFor(
    async () => {
      const { status } = await site.stranger().get(page);
      if (status !== 200) throw new Error(`${page} is ${status}`);
    },
    { timeout: 20_000, interval: 30 },
  );
}

/** As whoever publishes, or takes back. */
export async function wakeCourses({ cast }: Site): Promise<void> {
  await cast.sql`select pg_notify('aurora50', gen_random_uuid() || ' courses:all')`;
}
