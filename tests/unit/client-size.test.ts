import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundleClientScript } from '../support/client-script';

/** What a first visit on a slow line may be asked to load for comfort. */
const LIMIT = 10 * 1024;

test('the whole browser script weighs at most 10 KB compressed', async () => {
  const script = await bundleClientScript();
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(LIMIT);
}, 30_000);

test('the browser script carries no React and makes no code out of text', async () => {
  const script = await bundleClientScript();
  const foreign = ['hydrateRoot', 'createRoot', 'eval(', 'new Function'].filter((word) => script.includes(word));
  expect(foreign).toEqual([]);
}, 30_000);
