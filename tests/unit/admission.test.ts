import { describe, expect, test } from 'vitest';
import { obstacle } from '~/http/admission';
import type { Audience } from '~/urls/row';

const request = new Request('http://aurora50.invalid/salons?q=jardin');
type Role = 'member' | 'author' | 'moderator' | 'admin';

function outcome(audience: Audience, role: Role | null, proven: boolean, demo = false): string {
  const viewer = role && { appRole: role, proven };
  // Only these two are read.
  const found = obstacle(audience, { viewer: viewer as never, config: { demo } }, request);
  if (!found) return 'passes';
  return found.kind === 'refused' ? String(found.status) : found.to;
}

const signIn = '/connexion?retour=%2Fsalons%3Fq%3Djardin';
const proof = '/connexion/preuve?retour=%2Fsalons%3Fq%3Djardin';

describe('who may pass (K02, G06)', () => {
  test.each<[Audience, string, string, string, string, string]>([
    // signed out, member, member who has just proven who she is, author, admin
    ['anyone', 'passes', 'passes', 'passes', 'passes', 'passes'],
    ['machine', 'passes', 'passes', 'passes', 'passes', 'passes'],
    ['member', signIn, 'passes', 'passes', 'passes', 'passes'],
    ['proven', signIn, proof, 'passes', proof, proof],
    ['author', signIn, '404', '404', 'passes', 'passes'],
    ['admin', signIn, '404', '404', '404', 'passes'],
    ['proven admin', signIn, '404', '404', '404', proof],
    ['workshop', signIn, '404', '404', '404', 'passes'],
  ])('%s', (audience, ...expected) => {
    expect([
      outcome(audience, null, false),
      outcome(audience, 'member', false),
      outcome(audience, 'member', true),
      outcome(audience, 'author', false),
      outcome(audience, 'admin', false),
    ]).toEqual(expected);
  });

  test('a proven admin, and the workshop on a demonstration site', () => {
    expect(outcome('proven admin', 'admin', true)).toBe('passes');
    expect(outcome('workshop', 'member', false, true)).toBe('passes');
    expect(outcome('workshop', null, false, true)).toBe(signIn);
  });
});
