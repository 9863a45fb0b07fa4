import type postgres from 'postgres';

export type Types = Record<string, unknown>;
/** A transaction's handle, or the system role's one-statement handle: a tagged template and the driver's `json`. */
export type Tx = Pick<postgres.Sql<Types>, 'json'> &
  (<T extends readonly (object | undefined)[] = postgres.Row[]>(
    strings: TemplateStringsArray,
    ...values: readonly unknown[]
  ) => postgres.PendingQuery<
    T extends readonly never[] ? postgres.Row[] : T extends readonly postgres.MaybeRow[] ? T : never
  >);
