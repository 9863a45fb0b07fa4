/** Work for many things together, a moment after the first of them was added. */

export type Gathering<T> = {
  readonly add: (thing: T) => void;
  /** No run begins any more. @returns what is left undone */
  readonly close: () => readonly T[];
};

/**
 * Gives what was added within `wait` ms to `work`. One run at a time: of two at once the earlier might end after the
 * later (D15). What is added during a run is for the next.
 */
export function gathering<T>(
  wait: number,
  work: (things: readonly T[]) => Promise<void>,
  failed: (error: unknown) => void,
): Gathering<T> {
  const things = new Set<T>();
  let waiting: NodeJS.Timeout | null = null;
  let running = false;
  let closed = false;

  function soon(): void {
    if (!running && !closed && things.size > 0) waiting ??= setTimeout(run, wait);
  }

  async function run(): Promise<void> {
    waiting = null;
    running = true;
    const gathered = [...things];
    things.clear();
    await work(gathered).catch(failed);
    running = false;
    soon();
  }

  return {
    add(thing) {
      things.add(thing);
      soon();
    },
    close() {
      closed = true;
      if (waiting) clearTimeout(waiting);
      return [...things];
    },
  };
}
