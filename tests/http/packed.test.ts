/** Pages travel compressed as the reader's browser allows, and are the same page in every form (U14). */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { href } from '~/urls';
import { ask } from '../support/raw-answer';
import { openSite } from '../support/site';

const site = openSite();
const PAGE = href('legal');
const UNPACK = { br: brotliDecompressSync, gzip: gunzipSync } as const;

/** Without what is new in every answer. */
const same = (html: Buffer) => html.toString('utf8').replace(/nonce="[^"]*"/g, '');

describe('a page', () => {
  test.each([
    ['br, gzip', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['GZIP', 'gzip'],
    ['br;q=0, gzip;q=0.2', 'gzip'],
  ] as const)('asked for with « %s » comes as %s', async (accepted, encoding) => {
    const plain = await ask(site.origin, PAGE, {});
    const packed = await ask(site.origin, PAGE, { 'Accept-Encoding': accepted });
    expect(packed.headers['content-encoding']).toBe(encoding);
    expect(packed.headers.vary).toMatch(/accept-encoding/i);
    expect(Number(packed.headers['content-length'])).toBe(packed.body.length);
    expect(packed.body.length).toBeLessThan(plain.body.length / 2);
    expect(same(UNPACK[encoding](packed.body))).toBe(same(plain.body));
  });

  test.each(['', 'identity', 'gzip;q=0', 'deflate', '*;q=0'])(
    'asked for with « %s » comes as it is',
    async (accepted) => {
      const { headers, body } = await ask(site.origin, PAGE, { 'Accept-Encoding': accepted });
      expect(headers['content-encoding']).toBeUndefined();
      expect(headers.vary).toMatch(/accept-encoding/i);
      expect(body.toString('utf8')).toMatch(/^<!doctype html>[\s\S]*<\/html>$/);
    },
  );

  test('that refuses is packed too, and a head has its headers without a body', async () => {
    const refused = await ask(site.origin, '/rien', { 'Accept-Encoding': 'br' });
    expect(refused.status).toBe(404);
    expect(refused.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(refused.body).toString('utf8')).toContain('</html>');
    const head = await ask(site.origin, PAGE, { 'Accept-Encoding': 'br' }, 'HEAD');
    expect(head.status).toBe(200);
    expect(head.body.length).toBe(0);
    expect(head.headers['content-type']).toBe('text/html; charset=utf-8');
  });
});
