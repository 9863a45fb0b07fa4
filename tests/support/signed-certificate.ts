/** One certificate with everything that is hard to write, signed with a key that nobody else has; and its list. */
import { gzipSync } from 'node:zlib';
import { bitsOf, credentialOf, statusListOf } from '~/certificates/credential';
import { signingKey } from '~/certificates/key';
import { signed } from '~/certificates/proof';
import type { Facts } from '~/certificates/rules';
import type { Json } from './verifier';

export const ORIGIN = 'https://aurora50.fr';
export const config = { attestationSeed: new Uint8Array(32).fill(7), dataDir: '/nowhere' };
export const FACTS: Facts = {
  id: '7f0c2a52-6d1e-4b7a-9a8e-2f4f4c0f9d31',
  courseId: '11111111-2222-4333-8444-555555555555',
  statusIndex: 9,
  memberName: 'Zoé « Lu » d’Été & fils <3 ]]> \\ " 🌻',
  courseTitle: 'À l’aise avec ses écrans',
  courseSummary: 'Sans crainte.\nPas à pas.',
  courseSlug: 'a-l-aise-avec-ses-ecrans',
  pillarNumber: 5,
  lessonCount: 7,
  minutes: 135,
  startedAt: new Date('2026-10-01T07:00:00.123Z'),
  completedAt: new Date('2026-11-22T10:00:00.456Z'),
  issuedAt: new Date('2026-11-22T10:00:01Z'),
};

export async function issued(facts: Facts = FACTS): Promise<Json> {
  const key = await signingKey(config);
  return (await signed(credentialOf(facts, ORIGIN, key.publicKeyMultibase), key, facts.issuedAt.toISOString())) as Json;
}
/** @param revoked indices whose bits are set */
export async function listWith(...revoked: number[]): Promise<Json> {
  const { publicKeyMultibase } = await signingKey(config);
  const since = new Date('2026-11-22T12:00:00Z');
  const encoded = `u${gzipSync(bitsOf(1, revoked)).toString('base64url')}`;
  const list = statusListOf(1, encoded, since, ORIGIN, publicKeyMultibase);
  return (await signed(list, await signingKey(config), since.toISOString())) as Json;
}

export type Place = readonly (string | number)[];

export function leavesOf(value: unknown, at: Place = []): Place[] {
  if (value === null || typeof value !== 'object') return [at];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...at, name]));
}

export function holderOf(document: Json, place: Place): [Json, string] {
  const holder = place.slice(0, -1).reduce<unknown>((inner, name) => (inner as Json)[name], document);
  return [holder as Json, String(place.at(-1))];
}

/** One sign of a text, in the middle; the other truth. */
export function alter(document: Json, place: Place): void {
  const [holder, last] = holderOf(document, place);
  const value = holder[last];
  if (typeof value === 'boolean') holder[last] = !value;
  else {
    const text = String(value);
    const middle = Math.floor(text.length / 2);
    holder[last] = `${text.slice(0, middle)}${text[middle] === '2' ? '3' : '2'}${text.slice(middle + 1)}`;
  }
}
