/** Fills an empty database with the demonstration (contract 4, DEMO). */
import { hash } from '@node-rs/argon2';
import { DEMO_PASSWORD } from '~/http/demo-accounts';
import { loadCourses } from '../app/courses/files/load';
import { connect } from '../db/connect';
import { cast } from './cast';
import { fillDemo } from './fill';
import { fillLearning } from './fill-learning';
import { fillPlay } from './fill-play';

/** The courses are loaded at every start; people and what they say, only where nobody has an account yet. Two processes at once fill it once. */
export async function prepareDemo(url: string): Promise<void> {
  const sql = connect(url);
  try {
    // A session's lock: the second process looks only when the first has filled and let go.
    await sql`select pg_advisory_lock(hashtext('aurora50.demo'))`;
    await sql`set role aurora_system`;
    const [found] = await sql<{ inhabited: boolean }[]>`select exists (select from auth.users) as inhabited`;
    await sql`reset role`;
    if (found?.inhabited) {
      await loadCourses(url);
      return;
    }
    const now = new Date();
    await fillDemo(sql, { now, passwordHash: await hash(DEMO_PASSWORD, { memoryCost: 19_456, timeCost: 2 }) });
    await loadCourses(url);
    await fillLearning(
      sql,
      now,
      cast().map(({ id }) => id),
    );
    await fillPlay(
      sql,
      cast().map(({ id }) => id),
    );
  } finally {
    await sql.end();
  }
}
