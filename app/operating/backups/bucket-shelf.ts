/** A bucket as the shelf of backups, through the client that `files` opens. */
import { openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Bucket } from '~/config/storage';
import { openBucket } from '~/files/commands/bucket';
import { momentOf } from '../rules/backups';
import { type Shelf, written } from './place';

const PAGE = 1_000;

/** @param dataDir where a backup is written before it is sent: the bucket must know its length */
export function bucketShelf(bucket: Bucket, prefix: string, dataDir: string): Shelf {
  const keyOf = (name: string) => `${prefix}/${name}`;
  return {
    place: `s3:${bucket.name}/${prefix}`,
    async put(name, content) {
      const folder = await mkdtemp(path.join(dataDir, '.sauvegarde-'));
      try {
        const file = path.join(folder, name);
        const bytes = await written(file, content);
        const client = await openBucket(bucket);
        await client.putObject(keyOf(name), await openAsBlob(file), 'application/octet-stream');
        return { path: `s3:${bucket.name}/${keyOf(name)}`, bytes };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    async list() {
      const client = await openBucket(bucket);
      const names: string[] = [];
      let next: string | undefined;
      do {
        const page = await client.listObjectsPaged('/', `${prefix}/`, PAGE, next);
        for (const { Key } of page?.objects ?? []) names.push(Key.slice(prefix.length + 1));
        next = page?.nextContinuationToken;
      } while (next);
      return names.filter((name) => momentOf(name)).sort();
    },
    async open(name) {
      const answer = await (await openBucket(bucket)).getObjectResponse(keyOf(name));
      if (!answer?.body) throw new Error(`the bucket has no ${name}`);
      return Readable.fromWeb(answer.body as unknown as ReadableStream);
    },
    remove: async (name) => {
      await (await openBucket(bucket)).deleteObjects([keyOf(name)]);
    },
  };
}
