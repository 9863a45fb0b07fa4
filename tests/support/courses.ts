/** What tests on the pages of courses share. */
import { vi } from 'vitest';
import { href } from '~/urls';
import type { House } from './house';

/** Waits until the server has heard of a course that was put straight into its database. */
export function known(house: House, cours: string): Promise<void> {
  const page = href('course', { cours });
  return vi.waitFor(
    async () => {
      const { status } = await house.stranger().get(page);
      if (status !== 200) throw new Error(`${page} is ${status}`);
    },
    { timeout: 20_000, interval: 30 },
  );
}

/** As whoever publishes, or takes back. */
export async function ringCourses({ cast }: House): Promise<void> {
  await cast.sql`select pg_notify('aurora50', gen_random_uuid() || ' courses:all')`;
}
