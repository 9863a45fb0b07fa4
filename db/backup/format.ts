/**
 * What a backup is (docs/decisions/048): a tar archive, compressed by gzip, encrypted by age. `age --decrypt -i key |
 * tar xz` opens it without us. Its entries, in this order:
 *   manifest.json, rows/<schema>.<table>/<part>, files/<key>, end.json
 */
export const FORMAT = 1;
export const APPLICATION = 'aurora50';

/** Written first: what follows, and for which schema. */
export type Manifest = {
  readonly application: typeof APPLICATION;
  readonly format: number;
  /** The number of the last migration. */
  readonly schema: number;
  /** ISO 8601, the moment of the snapshot. */
  readonly at: string;
  readonly tables: readonly TableShape[];
  readonly sequences: readonly { readonly name: string; readonly value: string }[];
};

export type TableShape = { readonly name: string; readonly columns: readonly string[] };

/** Written last: whatever is cut off before it is no backup. */
export type End = {
  readonly rows: Readonly<Record<string, number>>;
  /** SHA-256 over the parts of a table, or over one file, as hexadecimal digits; by the entry's name without its part. */
  readonly digests: Readonly<Record<string, string>>;
  readonly files: number;
};

/** Why a backup or a restoration was not done, in plain French; nothing was changed. */
export class BackupFault extends Error {
  override readonly name = 'BackupFault';
}

export const isTable = (entry: string): boolean => entry.startsWith('rows/');
export const isFile = (entry: string): boolean => entry.startsWith('files/');
/** `rows/public.salons/0001` → `rows/public.salons`. */
export const wholeOf = (entry: string): string => (isTable(entry) ? entry.slice(0, entry.lastIndexOf('/')) : entry);

/** What lies beside the database: pictures, and the key that signs certificates. */
export type Files = {
  readonly list: () => AsyncIterable<string>;
  /** Null: it was removed meanwhile. */
  readonly read: (key: string) => Promise<Buffer | null>;
  readonly write: (key: string, bytes: Buffer) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
};
