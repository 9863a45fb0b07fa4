/** `expand[]=data.schedule`: an id becomes the object. What comes out is a copy. */
import type { Given } from './form';
import type { World } from './world';

/** Which table an id of a field leads to. */
const TABLE_OF = {
  schedule: 'schedules',
  latest_invoice: 'invoices',
  subscription: 'subscriptions',
  customer: 'customers',
} as const;

export function expanded(world: World, answer: unknown, given: Given): unknown {
  const copy = structuredClone(answer);
  const paths = Array.isArray(given.expand) ? (given.expand as string[]) : [];
  for (const path of paths) expand(world, copy, path.split('.'));
  // Payments of an invoice come only when they are asked for.
  if (!paths.some((path) => path.endsWith('payments'))) dropPayments(copy);
  return copy;
}

function expand(world: World, at: unknown, [name, ...rest]: readonly string[]): void {
  if (typeof at !== 'object' || at === null || name === undefined) return;
  const object = at as Record<string, unknown>;
  if (name === 'data') {
    for (const each of object.data as unknown[]) expand(world, each, rest);
    return;
  }
  const table = TABLE_OF[name as keyof typeof TABLE_OF];
  const value = object[name];
  if (table && typeof value === 'string') object[name] = structuredClone(world[table].get(value) ?? value);
  expand(world, object[name], rest);
}

function dropPayments(at: unknown): void {
  const rows = (at as { data?: unknown[] })?.data ?? [at];
  for (const row of rows)
    if ((row as { object?: string })?.object === 'invoice') delete (row as { payments?: unknown }).payments;
}
