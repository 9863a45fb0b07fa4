/** The parts of `files` that the site makes once. */
import path from 'node:path';
import type { Config } from '~/config';
import type { Files } from './commands/draft';
import { openWorkshop } from './images';
import { s3Store } from './s3-store';
import { diskStore } from './store';

export function openFiles({ dataDir, bucket }: Pick<Config, 'dataDir' | 'bucket'>): Files {
  const folder = path.join(dataDir, 'fichiers');
  return {
    store: bucket ? s3Store(bucket) : diskStore(folder),
    workshop: openWorkshop(),
    arriving: path.join(folder, 'arrivants'),
  };
}
