/** Files that share a process leave it to the next one as they found it. */
import { afterAll, vi } from 'vitest';

const settings = { ...process.env };

afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  for (const name of Object.keys(process.env)) if (!(name in settings)) delete process.env[name];
  Object.assign(process.env, settings);
});
