/** A bucket as the store of pictures: the only importer of `s3mini`, which is loaded where a bucket is configured. */
import type { S3mini } from 's3mini';
import type { Bucket } from '~/config/storage';
import { FOLDERS } from './rules/picture';
import { away, type Store } from './store';

/** A bucket that does not answer holds a page no longer than this. */
const ANSWERS_WITHIN = 10_000; // ms
const PAGE = 1_000;

export function s3Store({ endpoint, name, region, accessKeyId, secretAccessKey }: Bucket): Store {
  let client: Promise<S3mini> | undefined;
  const opened = async () => {
    const { S3mini } = await import('s3mini');
    const place = { endpoint: `${endpoint}/${name}`, region, accessKeyId, secretAccessKey };
    return new S3mini({ ...place, requestAbortTimeout: ANSWERS_WITHIN });
  };
  const asked = async <T>(work: (bucket: S3mini) => Promise<T>): Promise<T> => {
    client ??= opened();
    const bucket = await client;
    return work(bucket).catch((error) => Promise.reject(away(error)));
  };
  return {
    put: async (key, bytes, type) => {
      await asked((bucket) => bucket.putObject(key, bytes, type));
    },
    async read(key) {
      const bytes = await asked((bucket) => bucket.getObjectArrayBuffer(key));
      return bytes && Buffer.from(bytes);
    },
    async remove(keys) {
      if (keys.length > 0) await asked((bucket) => bucket.deleteObjects([...keys]));
    },
    async *writtenBefore(time) {
      for (const folder of FOLDERS) {
        let next: string | undefined;
        do {
          const page = await asked((bucket) => bucket.listObjectsPaged('/', `${folder}/`, PAGE, next));
          for (const { Key, LastModified } of page?.objects ?? []) {
            if (new Date(LastModified) < time) yield Key;
          }
          next = page?.nextContinuationToken;
        } while (next);
      }
    },
  };
}
