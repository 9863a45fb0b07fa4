/** A client of a bucket: `s3mini` is loaded where a bucket is configured, and by this module alone. */
import type { S3mini } from 's3mini';
import type { Bucket } from '~/config/storage';

/** @param answersWithin ms; none: as long as a large object takes */
export async function openBucket(
  { endpoint, name, region, accessKeyId, secretAccessKey }: Bucket,
  answersWithin?: number,
): Promise<S3mini> {
  const { S3mini } = await import('s3mini');
  const place = { endpoint: `${endpoint}/${name}`, region, accessKeyId, secretAccessKey };
  return new S3mini({ ...place, ...(answersWithin && { requestAbortTimeout: answersWithin }) });
}
