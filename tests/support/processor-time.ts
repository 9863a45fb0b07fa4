/** What work costs, whatever else the machine does meanwhile. */

/** How often it is done: the first time also loads and compiles. */
const ROUNDS = 3;

/** Milliseconds of processor that this process spends on it, in the best of a few rounds. */
export function processorTime(work: () => unknown): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...rounds);
}
