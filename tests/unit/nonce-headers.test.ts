import { expect, test } from 'vitest';
import { freshNonce } from '~/http/nonce';

test('every answer has 128 bits of its own, also past the end of what was drawn at once', () => {
  const nonces = Array.from({ length: 1_000 }, freshNonce);
  expect(new Set(nonces).size).toBe(1_000);
  for (const nonce of nonces) expect(Buffer.from(nonce, 'base64').length).toBe(16);
});
