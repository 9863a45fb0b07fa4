/** What a first visit loads beside its page. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { kilobytes, type Row } from '../table';
import type { Bench } from './bench';

export function weights({ build }: Bench): Promise<Row[]> {
  const folder = path.join(build, 'client/assets');
  const packed = (extension: string) =>
    readdirSync(folder)
      .filter((file) => file.endsWith(extension))
      .reduce((sum, file) => sum + gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length, 0);
  return Promise.resolve([
    { what: 'browser script, gzip', ours: kilobytes(packed('.js')), goal: '≤ 10 KB' },
    { what: 'style sheet, gzip', ours: kilobytes(packed('.css')) },
  ]);
}
