/** Writes down every minute what this process has counted, and that the site answers (O06, O07, O18). */
import type { Database } from '~/db';
import { addFaults, addRoutes, noteMinute } from '../queries/figures';
import type { Recorder } from '../recorder';

const EVERY = 60_000; // ms

type House = {
  readonly database: Database;
  readonly recorder: Recorder;
  readonly log: (message: string, error?: unknown) => void;
};

export function startFigures({ database, recorder, log }: House): { readonly stop: () => Promise<void> } {
  const write = () => keepFigures(database, recorder).catch((error) => log('figures not kept', error));
  const timer = setInterval(() => void write(), EVERY);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await write();
    },
  };
}

export async function keepFigures(database: Database, recorder: Recorder): Promise<void> {
  await database.systemStatement(noteMinute);
  const { routes, faults } = recorder.take();
  if (routes.length > 0) await database.systemStatement((tx) => addRoutes(tx, routes));
  if (faults.length > 0) await database.systemStatement((tx) => addFaults(tx, faults));
}
