/** `DATABASE_URL` as hosts print it (contract 4). */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { addressOf } from '../../db/address';
import { testFolder } from '../support/folders';

const faultsOf = (url: string): readonly string[] => {
  try {
    addressOf(url);
    return [];
  } catch (error) {
    return (error as { faults: readonly string[] }).faults;
  }
};
const NEON = 'postgresql://anne:mot%2Fde%40passe@ep-x.eu.example/aurora?sslmode=require&channel_binding=require';

describe('an address says where and who', () => {
  test.each<[string, Partial<ReturnType<typeof addressOf>>]>([
    [NEON, { host: 'ep-x.eu.example', port: 5432, username: 'anne', password: 'mot/de@passe', database: 'aurora' }],
    ['postgres://a@[::1]:5433/base', { host: '::1', port: 5433, ssl: false }],
    ['postgres://a@h/ma%20base%20%C3%A9', { database: 'ma base é' }],
    ['postgres://a@h', { database: 'a' }],
    ['postgresql:///base?host=/run/postgresql&user=a', { host: '/run/postgresql', username: 'a', ssl: false }],
    ['postgresql://a:b@/base?host=/run/postgresql', { host: '/run/postgresql', password: 'b', database: 'base' }],
    ['postgresql://a@%2Frun%2Fpostgresql/base', { host: '/run/postgresql' }],
    ['postgresql://a@h/b?options=-c%20search_path%3Dx', { options: '-c search_path=x' }],
    [
      'postgresql://x@h/x?dbname=b&port=6000&password=p&user=a',
      { database: 'b', port: 6000, password: 'p', username: 'a' },
    ],
  ])('%s', (url, expected) => {
    expect(addressOf(url)).toMatchObject(expected);
  });
});

describe('how it is encrypted is what libpq says', () => {
  const file = (name: string) => {
    const place = path.join(testFolder(), name);
    writeFileSync(place, 'CERTIFICATE');
    return place;
  };
  const tls = (query: string, host = 'db.example') => addressOf(`postgres://a@${host}/b?${query}`).ssl;

  test('by mode', () => {
    expect(tls('sslmode=disable')).toBe(false);
    expect([tls('sslmode=allow'), tls('sslmode=prefer'), tls('')]).toEqual(['prefer', 'prefer', 'prefer']);
    expect([tls('', 'localhost'), tls('', '127.0.0.1')]).toEqual([false, false]);
    expect(tls('sslmode=require')).toEqual({ rejectUnauthorized: false });
    expect(tls('sslmode=verify-full')).toEqual({ host: 'db.example' });
    expect(tls('sslrootcert=system')).toEqual({ host: 'db.example' });
  });

  test('with an authority of one’s own', () => {
    const root = `sslrootcert=${encodeURIComponent(file('racine.pem'))}`;
    expect(tls(`sslmode=verify-full&${root}`)).toEqual({ ca: 'CERTIFICATE', host: 'db.example' });
    for (const mode of ['verify-ca', 'require']) {
      expect(tls(`sslmode=${mode}&${root}`)).toEqual({ ca: 'CERTIFICATE', checkServerIdentity: expect.any(Function) });
    }
  });
});

test('what libpq knows and what is so anyway stands in nobody’s way', () => {
  const common =
    'connect_timeout=10&keepalives=1&keepalives_idle=30&gssencmode=disable&application_name=x&target_session_attrs=read-write';
  expect(faultsOf(`postgres://a@h/b?sslmode=require&channel_binding=require&${common}`)).toEqual([]);
});

test.each([
  ['sslcert=/a&sslkey=/b', ['sslcert', 'sslkey']],
  ['sslmode=secret42', ['sslmode']],
  ['sslmode=verify-ca', ['sslrootcert']],
  ['sslmode=verify-full&sslrootcert=/secret42', ['sslrootcert']],
  ['target_session_attrs=standby', ['target_session_attrs']],
  ['gssencmode=require', ['gssencmode']],
  ['pgbouncer=true', ['PgBouncer']],
  ['service=secret42', ['service']],
  ['host=secret42,b', ['seule machine']],
  ['port=secret42', ['port']],
  ['conection_limit=secret42&schema=x', ['conection_limit', 'schema']],
])('what cannot be honoured is refused by its name, and never with its value: %s', (query, named) => {
  const faults = faultsOf(`postgres://a:hunter2@h/b?${query}`);
  expect(faults).toHaveLength(named.length);
  for (const [place, name] of named.entries()) expect(faults[place]).toContain(name);
  expect(faults.join()).not.toMatch(/secret42|hunter2/);
});

test.each(['mysql://a@h/b', 'a@h/b', 'postgres://a:50%@h/b', 'postgres://a:b#c@h/b', ''])(
  '« %s » is no address',
  (url) => {
    expect(faultsOf(url)).toEqual([expect.stringContaining('postgresql://')]);
  },
);
