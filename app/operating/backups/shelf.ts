/** Where the settings want backups: a folder of this machine, or a bucket. */
import { createReadStream } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '~/config';
import { momentOf } from '../rules/backups';
import { bucketShelf } from './bucket-shelf';
import { type Shelf, written } from './place';

export function shelfOf({ operating, bucket, dataDir }: Pick<Config, 'operating' | 'bucket' | 'dataDir'>): Shelf {
  const { backups } = operating;
  if ('folder' in backups) return folderShelf(backups.folder);
  if (!bucket) throw new Error('BACKUP_DIR names a bucket, and there is none');
  return bucketShelf(bucket, backups.prefix, dataDir);
}

export function folderShelf(folder: string): Shelf {
  return {
    place: folder,
    async put(name, content) {
      const file = path.join(folder, name);
      return { path: file, bytes: await written(file, content) };
    },
    list: async () => (await readdir(folder).catch(() => [])).filter((name) => momentOf(name)).sort(),
    open: async (name) => createReadStream(path.join(folder, name)),
    remove: (name) => rm(path.join(folder, name), { force: true }),
  };
}
