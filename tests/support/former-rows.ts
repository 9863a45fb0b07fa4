/** What every table of a former dump is made of. */
import { createHash } from 'node:crypto';

export type Table = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: (string | number | boolean | null)[][];
};

export const id = (kind: string, n: number): string => {
  const hex = createHash('md5').update(`${kind} ${n}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

export const at = (n: number) => `2025-0${1 + (n % 8)}-1${n % 9} 10:0${n % 9}:00+00`;
