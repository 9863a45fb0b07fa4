/** A bucket as the store of pictures. */
import type { S3mini } from 's3mini';
import type { Bucket } from '~/config/storage';
import { openBucket } from './commands/bucket';
import { FOLDERS } from './rules/picture';
import { away, type Store } from './store';

/** A bucket that does not answer holds a page no longer than this. */
const ANSWERS_WITHIN = 10_000; // ms
const PAGE = 1_000;

export function s3Store(bucket: Bucket): Store {
  let client: ReturnType<typeof openBucket> | undefined;
  const asked = async <T>(work: (client: S3mini) => Promise<T>): Promise<T> => {
    client ??= openBucket(bucket, ANSWERS_WITHIN);
    return work(await client).catch((error) => Promise.reject(away(error)));
  };
  return {
    put: async (key, bytes, type) => {
      await asked((client) => client.putObject(key, bytes, type));
    },
    async read(key) {
      const bytes = await asked((client) => client.getObjectArrayBuffer(key));
      return bytes && Buffer.from(bytes);
    },
    async remove(keys) {
      if (keys.length > 0) await asked((client) => client.deleteObjects([...keys]));
    },
    async *writtenBefore(time) {
      for (const folder of FOLDERS) {
        let next: string | undefined;
        do {
          const page = await asked((client) => client.listObjectsPaged('/', `${folder}/`, PAGE, next));
          for (const { Key, LastModified } of page?.objects ?? []) {
            if (new Date(LastModified) < time) yield Key;
          }
          next = page?.nextContinuationToken;
        } while (next);
      }
    },
  };
}
