import type postgres from 'postgres';

/** A part of a statement, to be put into another one. */
export type Fragment = postgres.Fragment;
export type Types = Record<string, unknown>;
/**
 * A statement whose rows are read declares them (`tx<Row[]>`); of the others nothing but their number can be read.
 * A transaction's handle, or the system role's one-statement handle: a tagged template and the driver's `json`.
 */
export type Tx = Pick<postgres.Sql<Types>, 'json'> &
  (<T extends readonly (object | undefined)[] = readonly object[]>(
    strings: TemplateStringsArray,
    ...values: readonly unknown[]
  ) => postgres.PendingQuery<
    T extends readonly never[] ? readonly object[] : T extends readonly postgres.MaybeRow[] ? T : never
  >);
