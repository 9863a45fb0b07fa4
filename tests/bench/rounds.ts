/** Short rounds, and what to make of them. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const upper = Math.floor(sorted.length / 2);
  const lower = Math.floor((sorted.length - 1) / 2);
  return ((sorted[upper] ?? Number.NaN) + (sorted[lower] ?? Number.NaN)) / 2;
}

export function quantile(sorted: readonly number[] | Float64Array, part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Three rounds each, A B B A A B: whatever drifts on the machine falls on both alike. */
export async function alternating<A, B>(
  ours: () => Promise<A>,
  floor: () => Promise<B>,
): Promise<{ ours: A[]; floor: B[] }> {
  const results: { ours: A[]; floor: B[] } = { ours: [], floor: [] };
  for (const turn of 'ABBAAB') {
    if (turn === 'A') results.ours.push(await ours());
    else results.floor.push(await floor());
  }
  return results;
}

/** A B B A A B B A: each of ours stands beside one of theirs. */
export async function pairs<T>(
  ours: () => Promise<T>,
  theirs: () => Promise<T>,
): Promise<readonly (readonly [T, T])[]> {
  const found: (readonly [T, T])[] = [];
  for (const first of 'ABAB') {
    const one = await (first === 'A' ? ours() : theirs());
    const other = await (first === 'A' ? theirs() : ours());
    found.push(first === 'A' ? [one, other] : [other, one]);
  }
  return found;
}

export async function thrice<T>(work: () => Promise<T>): Promise<T[]> {
  return [await work(), await work(), await work()];
}

export const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
