/** What every domain's `personal-data.ts` speaks of (G11, P02): whose rows, and what an export holds. */

/** Her account's id and its address: letters and lists know her by the address alone. */
export type Person = { readonly id: string; readonly email: string };

/**
 * By table, rows that can be written as JSON: times in ISO 8601, columns as the database names them (hence text that
 * is parsed: a row's own columns are renamed on their way).
 */
export type PersonalData = Readonly<Record<string, readonly unknown[]>>;

/** A row of a table that is read in parts, because it grows with every word; and its place, behind which the next part begins. */
export type PartRow = { readonly at: string; readonly data: unknown };

/** Rows of one part, as a copy reads them: eight megabytes where each is as long as it may be. */
export const PART_ROWS = 2_000;

/** Before every id. */
export const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** What such a statement selects, its data as text. */
export const partRows = (rows: readonly { readonly at: string; readonly data: string }[]): readonly PartRow[] =>
  rows.map(({ at, data }) => ({ at, data: JSON.parse(data) }));

/** The rows of a copy that are of this table, as PostgreSQL reads them. */
export const rowsIn = (data: PersonalData, table: string): string => JSON.stringify(data[table] ?? []);

/** What somebody who leaves may leave behind, without her name on it or with it. */
export type Left = {
  /** Her messages keep their words, by « Ancien membre » (G11). */
  readonly messages: boolean;
  /** Her certificates can still be checked, and bear the name that was signed. */
  readonly certificates: boolean;
};
export const NOTHING_LEFT: Left = { messages: false, certificates: false };
