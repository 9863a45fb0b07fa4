/** Values kept by key up to a total weight, the oldest out first: what is still asked for is made again at once. */

export type Kept<T> = {
  readonly get: (key: string) => T | undefined;
  /** In the place of what the key had before. @returns the value */
  readonly keep: (key: string, value: T) => T;
};

/**
 * Counted pieces would let a few hundred of the largest take a gigabyte: hence weights.
 * @param most the sum of all weights, keys included
 * @param weigh characters or bytes
 */
export function keptUpTo<T>(most: number, weigh: (value: T) => number): Kept<T> {
  const kept = new Map<string, T>();
  let sum = 0;
  const drop = (key: string) => {
    const value = kept.get(key);
    if (value !== undefined) sum -= weigh(value) + key.length;
    kept.delete(key);
  };
  return {
    get: (key) => kept.get(key),
    keep(key, value) {
      drop(key);
      sum += weigh(value) + key.length;
      kept.set(key, value);
      for (const oldest of kept.keys()) {
        if (sum <= most || oldest === key) break;
        drop(oldest);
      }
      return value;
    },
  };
}
