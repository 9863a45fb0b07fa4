/** RFC 9110, 14, as players use it. */
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { fileAnswer, rangeOf } from '~/file-answer';
import { testFolder } from '../support/folders';

const BYTES = Buffer.from(Array.from({ length: 1000 }, (_, n) => n % 251));
let file: string;
beforeEach(() => {
  file = join(testFolder(), 'film.webm');
  writeFileSync(file, BYTES);
  utimesSync(file, 1_700_000_000, 1_700_000_000);
});

const ask = async (headers: HeadersInit = {}, method = 'GET') => {
  const answer = await fileAnswer(new Request('http://maison.fr/film', { method, headers }), file, 'video/webm');
  if (!answer) throw new Error('no answer');
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
};

test('the whole file, and how it may be asked for', async () => {
  const { answer, bytes } = await ask();
  expect(answer.status).toBe(200);
  expect(bytes.equals(BYTES)).toBe(true);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'accept-ranges': 'bytes',
    'content-length': '1000',
    'content-type': 'video/webm',
    'last-modified': 'Tue, 14 Nov 2023 22:13:20 GMT',
    'cache-control': 'private, no-cache',
  });
});

test.each([
  ['bytes=0-99', 0, 99],
  ['bytes=900-', 900, 999],
  ['bytes=-10', 990, 999],
  ['bytes=-5000', 0, 999],
  ['bytes=990-5000', 990, 999],
])('a piece: %s', async (range, start, end) => {
  const { answer, bytes } = await ask({ Range: range });
  expect(answer.status).toBe(206);
  expect(answer.headers.get('content-range')).toBe(`bytes ${start}-${end}/1000`);
  expect(answer.headers.get('content-length')).toBe(String(end - start + 1));
  expect(bytes.equals(BYTES.subarray(start, end + 1))).toBe(true);
});

test.each(['bytes=1000-', 'bytes=5000-6000', 'bytes=-0'])('a piece beyond the end: %s', async (range) => {
  const { answer } = await ask({ Range: range });
  expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'bytes */1000']);
});

test.each(['bytes=5-2', 'bytes=0-1,5-6', 'lignes=0-1', 'bytes=a-b', 'bytes=-', 'bytes', `bytes=0-${'9'.repeat(400)}`])(
  'what is no range is the whole: %s',
  async (range) => {
    expect((await ask({ Range: range })).answer.status).toBe(200);
  },
);

describe('conditions', () => {
  test('If-Range: a piece of the same file, the whole of another', async () => {
    const etag = (await ask()).answer.headers.get('etag') ?? '';
    for (const [condition, status] of [
      [etag, 206],
      ['Tue, 14 Nov 2023 22:13:20 GMT', 206],
      ['"autre"', 200],
      ['Tue, 14 Nov 2023 22:13:21 GMT', 200],
    ] as const)
      expect((await ask({ Range: 'bytes=0-9', 'If-Range': condition })).answer.status, condition).toBe(status);
    expect((await ask({ 'If-None-Match': etag })).answer.status).toBe(304);
  });

  test('HEAD says the same and sends nothing', async () => {
    const { answer, bytes } = await ask({ Range: 'bytes=0-9' }, 'HEAD');
    expect([answer.status, answer.headers.get('content-length'), bytes.length]).toEqual([206, '10', 0]);
  });
});

test('a file that is not there is no answer', async () => {
  expect(await fileAnswer(new Request('http://maison.fr'), `${file}.mp4`, 'video/mp4')).toBeNull();
  expect(rangeOf('bytes=0-0', 0)).toBe('none');
});
