/** One store, two places (contract 4): the same promises over a folder and over a bucket. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseConfig } from '~/config';
import { s3Store } from '~/files/s3-store';
import { diskStore } from '~/files/store';
import { s3StandIn } from '../support/s3-stand-in';

const folder = mkdtempSync(path.join(tmpdir(), 'aurora50-store-'));
const bucket = await s3StandIn();
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await bucket.close();
});

const STORES = { 'a folder': diskStore(folder), 'a bucket': s3Store(bucket.bucket) };

describe.each(Object.entries(STORES))('%s', (_name, store) => {
  const bytes = Buffer.from([0, 255, 13, 10, 0x1a, 1]);
  const keys = ['1', '2', '3', '4', '5'].map((n) => `avatars/${n.repeat(25)}-96.jpg`);
  const keysBefore = async (time: Date) => {
    const found: string[] = [];
    for await (const key of store.writtenBefore(time)) found.push(key);
    return found.sort();
  };

  test('gives back what it was given, lists it, and forgets it', async () => {
    const [key = ''] = keys;
    expect(await store.read(key)).toBeNull();
    for (const each of keys) await store.put(each, bytes, 'image/jpeg');
    await store.put('covers/x-640.webp', bytes, 'image/webp');
    expect(await store.read(key)).toEqual(bytes);
    expect(await keysBefore(new Date(0))).toEqual([]);
    expect(await keysBefore(new Date(Date.now() + 60_000))).toEqual([...keys, 'covers/x-640.webp']);
    await store.remove([...keys, 'avatars/not-there']);
    expect(await store.read(key)).toBeNull();
    expect(await keysBefore(new Date(Date.now() + 60_000))).toEqual(['covers/x-640.webp']);
    await store.remove([]);
  });
});

test('a folder that cannot be written says so, and leaves nothing half written', async () => {
  // A file where the folder should be: root may write into every folder.
  writeFileSync(path.join(folder, 'salon-avatars'), '');
  const store = STORES['a folder'];
  await expect(store.put('salon-avatars/a-96.jpg', Buffer.alloc(9), '')).rejects.toMatchObject({ status: 503 });
  mkdirSync(path.join(folder, 'avatars/b-96.jpg'), { recursive: true });
  await expect(store.put('avatars/b-96.jpg', Buffer.alloc(9), '')).rejects.toMatchObject({ status: 503 });
  expect(readdirSync(path.join(folder, 'avatars'))).toEqual(['b-96.jpg']);
  chmodSync(folder, 0o700);
});

test('a bucket that is away, or refuses the key, is « try again »; what is there comes back with it', async () => {
  const store = STORES['a bucket'];
  await store.put('avatars/here-96.jpg', Buffer.from('x'), 'image/jpeg');
  bucket.mood = 'away';
  for (const work of [
    () => store.read('avatars/here-96.jpg'),
    () => store.put('avatars/b', Buffer.alloc(1), ''),
    () => store.remove(['a']),
  ]) {
    await expect(work()).rejects.toMatchObject({ status: 503, retryAfter: 30 });
  }
  bucket.mood = 'well';
  expect(await store.read('avatars/here-96.jpg')).toEqual(Buffer.from('x'));
  const stranger = s3Store({ ...bucket.bucket, accessKeyId: 'AUTRE' });
  await expect(stranger.read('avatars/here-96.jpg')).rejects.toMatchObject({ status: 503 });
});

describe('the settings of a bucket', () => {
  const whole = {
    S3_ENDPOINT: 'https://s3.fr-par.exemple.cloud',
    S3_BUCKET: 'aurora50',
    S3_ACCESS_KEY_ID: 'ABC',
    S3_SECRET_ACCESS_KEY: 'secret',
  };
  const bucketOf = (env: Record<string, string>) => parseConfig(env as unknown as NodeJS.ProcessEnv, '/srv').bucket;

  test('are all there or none', () => {
    expect(bucketOf({})).toBeNull();
    expect(bucketOf(whole)).toMatchObject({ name: 'aurora50', region: 'auto' });
    const { S3_BUCKET, ...part } = whole;
    expect(() => bucketOf(part)).toThrow('S3_BUCKET : nécessaire pour garder les images dans un espace S3.');
  });

  test.each(['http://s3.exemple.fr', 'https://s3.exemple.fr/', 's3.exemple.fr', 'https://cle@s3.exemple.fr'])(
    'refuse the address %s',
    (endpoint) => {
      expect(() => bucketOf({ ...whole, S3_ENDPOINT: endpoint })).toThrow('S3_ENDPOINT');
    },
  );
});
