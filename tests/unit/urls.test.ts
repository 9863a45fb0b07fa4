import fc from 'fast-check';
import { matchRoutes, type RouteObject } from 'react-router';
import { describe, expect, expectTypeOf, test } from 'vitest';
import routes from '~/routes';
import { href, methodsOf, placeOf, places, rowOf } from '~/urls';

const patterns = places.map((place) => rowOf(place).pattern);

describe('addresses', () => {
  test('parameters and query are put in their place, undefined ones are left out', () => {
    expect(href('salon', { salon: 'a' }, { avant: 40, message: undefined })).toBe('/salons/a?avant=40');
    expect(href('message', { salon: 'a', message: 7 })).toBe('/salons/a/messages/7');
    expect(href('home')).toBe('/');
  });

  test('no value ever leaves its segment or its field', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (salon, q) => {
        fc.pre(salon !== '' && salon !== '.' && salon !== '..');
        const url = new URL(href('salonMembers', { salon }, { q }), 'http://aurora50.invalid');
        expect(url.host).toBe('aurora50.invalid');
        expect(url.pathname.split('/')).toHaveLength(4);
        expect(decodeURIComponent(url.pathname.split('/')[2] ?? '')).toBe(salon);
        expect(url.searchParams.get('q')).toBe(q);
        expect([...url.searchParams.keys()]).toEqual(['q']);
        expect(url.hash).toBe('');
      }),
    );
  });

  test('a place asks for its parameters, and for no others', () => {
    // @ts-expect-error the salon is missing
    const missing = () => href('salon');
    // @ts-expect-error the message is missing
    const half = () => href('message', { salon: 'a' });
    // @ts-expect-error a fixed address takes none
    const extra = () => href('salons', { salon: 'a' });
    // @ts-expect-error no such place
    const nowhere = () => href('nowhere');
    expectTypeOf(missing).returns.toBeString();
    expectTypeOf([half, extra, nowhere]).toBeArray();
    expectTypeOf(href('salon', { salon: 1 })).toBeString();
  });

  test('no two places have one pattern', () => {
    expect(new Set(patterns).size).toBe(patterns.length);
  });

  test('every place has its methods, and a fixed address wins over a parameter', () => {
    for (const place of places) expect(placeOf(rowOf(place).pattern), place).toBe(place);
    expect(methodsOf('/salons/nouveau')).toEqual(['GET', 'HEAD', 'POST']);
    expect(methodsOf('/salons/rejoindre')).toEqual(['POST']);
    expect(methodsOf('/salons/autre-chose')).toEqual(['GET', 'HEAD']);
    expect(methodsOf('/salons/a/b/c/d/e')).toBeNull();
    expect(methodsOf('/salonsx')).toBeNull();
  });
});

describe('one page at a time', () => {
  const table = routes.map(({ id, path }) => ({ id, path }) as RouteObject);
  const segments = [...new Set(patterns.flatMap((pattern) => pattern.split('/')))].filter(
    (segment) => segment && !segment.startsWith(':'),
  );
  const anything = fc.oneof(fc.constantFrom(...segments), fc.constantFrom('x', '12', crypto.randomUUID()));

  /** What React Router finds at this path in the whole table. */
  const found = (path: string) => matchRoutes(table, path)?.at(-1)?.route.id;

  // A page is asked of a handler that knows it alone: it must be the page that the whole table would have chosen.
  test('an address is the same page for us and for React Router', () => {
    const own = new Set(table.map(({ id }) => id));
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 6 }), fc.boolean(), (parts, slash) => {
        const path = `/${parts.join('/')}${slash && parts.length > 0 ? '/' : ''}`;
        const place = placeOf(path);
        expect(found(path), path).toBe(place && own.has(place) ? place : 'notFound');
      }),
      { numRuns: 3_000 },
    );
    for (const pattern of patterns) {
      const path = pattern.replace(/:\w+/g, 'x');
      const place = placeOf(path);
      expect(found(path), path).toBe(place && own.has(place) ? place : 'notFound');
    }
  });
});
