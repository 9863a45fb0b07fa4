/**
 * RFC 8058: one click in a letter, no sign-in. The token names a person and a kind of letter, is made and checked with a
 * key of the site, and lasts as long as the letter: it opens nothing but this one switch.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Database } from '~/db';
import * as queries from './choices/queries';
import type { Subscriber } from './rules';

/** A member, or an address without an account; of the latter only its hash travels. */
export type Addressee = { readonly userId: string } | { readonly email: string };
export type Subscription = { readonly whose: Subscriber; readonly kind: string };

const MEMBER = 1;
const ADDRESS = 2;
const MAC = 16; // bytes: 128 bits

export async function unsubscribeToken(database: Database, whose: Addressee, kind: string): Promise<string> {
  const body =
    'userId' in whose
      ? Buffer.concat([Buffer.of(MEMBER), Buffer.from(whose.userId.replaceAll('-', ''), 'hex')])
      : Buffer.concat([Buffer.of(ADDRESS), createHash('sha256').update(whose.email.toLowerCase()).digest()]);
  const named = Buffer.concat([body, Buffer.from(kind)]);
  const seal = (await sealOf(database)) ?? (await makeSeal(database));
  return Buffer.concat([macOf(seal, named), named]).toString('base64url');
}

/** Null for whatever we have not made ourselves. */
export async function subscriptionOf(database: Database, token: string | undefined): Promise<Subscription | null> {
  if (!token || !/^[A-Za-z0-9_-]{30,200}$/.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  const named = bytes.subarray(MAC);
  const seal = await sealOf(database);
  if (!seal || !timingSafeEqual(bytes.subarray(0, MAC), macOf(seal, named))) return null;
  const [size, whose] = idOf(named);
  return whose && { whose, kind: named.subarray(size).toString('utf8') };
}

function idOf(named: Buffer): [size: number, whose: Subscriber | null] {
  if (named[0] === MEMBER) {
    const [, ...parts] = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(named.subarray(1, 17).toString('hex')) ?? [];
    return [17, { is: 'member', userId: parts.join('-') }];
  }
  return [33, named[0] === ADDRESS ? { is: 'address', addressHash: named.subarray(1, 33).toString('hex') } : null];
}

function macOf(key: string, named: Buffer): Buffer {
  return createHmac('sha256', key).update(named).digest().subarray(0, MAC);
}

/** Read once a process and database, once there is one. */
const seals = new WeakMap<Database, string>();

async function sealOf(database: Database): Promise<string | null> {
  const seal = seals.get(database) ?? (await database.systemStatement(queries.unsubscribeSeal));
  if (seal) seals.set(database, seal);
  return seal;
}

async function makeSeal(database: Database): Promise<string> {
  await database.systemStatement((tx) => queries.makeUnsubscribeSeal(tx, randomBytes(32).toString('hex')));
  const seal = await sealOf(database);
  if (!seal) throw new Error('a seal that was just made');
  return seal;
}
