/**
 * The figures of the plans, kept in this process so that a page of words alone needs no statement. Read once before the
 * first request, and again whenever a trigger on plan_limits notifies `plans:all`.
 */
import type { Database } from '~/db';
import type { Hub } from '~/realtime/hub';
import type { Topic } from '~/realtime/topic';
import { type PlanRow, planRows } from './queries/plans';
import type { PlanFigures, PlanName, Plans } from './rules/plans';

const PLANS_CHANGED = 'plans:all' satisfies Topic;

/** @returns what gives the figures as they were last read; while the database is away, they stay as they were */
export async function keptPlans(
  database: Database,
  hub: Pick<Hub, 'listen' | 'onGap'>,
  log: (message: string, error?: unknown) => void,
): Promise<() => Plans> {
  const load = async () => plansOf(await database.asSystem(planRows));
  let plans = await load();
  let reading = 0;
  async function read(): Promise<void> {
    reading += 1;
    const mine = reading;
    try {
      const read = await load();
      // Of two that read at once, the one that began later has seen more.
      if (mine === reading) plans = read;
    } catch (error) {
      log('plans not read', error);
    }
  }
  hub.listen((topic) => {
    if (topic === PLANS_CHANGED) void read();
  });
  hub.onGap(() => void read());
  return () => plans;
}

function plansOf(rows: readonly PlanRow[]): Plans {
  const named = (name: PlanName): PlanFigures => {
    const row = rows.find(({ plan }) => plan === name);
    if (!row) throw new Error(`plan_limits has no plan ${name}`);
    return row;
  };
  return { freemium: named('freemium'), premium: named('premium'), annuel: named('annuel') };
}
