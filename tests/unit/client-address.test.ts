import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clientAddress } from '~/http/client-address';

describe('whose request this is', () => {
  test('without proxies the header is nobody’s word', () => {
    expect(clientAddress('203.0.113.9', '1.1.1.1, 2.2.2.2', 0)).toBe('203.0.113.9');
    expect(clientAddress('::ffff:203.0.113.9', undefined, 0)).toBe('203.0.113.9');
  });

  test('each believed proxy is one step from the right', () => {
    expect(clientAddress('10.0.0.1', '9.9.9.9, 198.51.100.7', 1)).toBe('198.51.100.7');
    expect(clientAddress('10.0.0.1', '9.9.9.9, 198.51.100.7, 10.0.0.2', 2)).toBe('198.51.100.7');
  });

  test('fewer entries than proxies: the leftmost there is', () => {
    expect(clientAddress('10.0.0.1', '198.51.100.7', 3)).toBe('198.51.100.7');
    expect(clientAddress('10.0.0.1', undefined, 1)).toBe('10.0.0.1');
    expect(clientAddress('10.0.0.1', ' , ,', 1)).toBe('10.0.0.1');
  });

  test('what a caller writes to the left of the proxy’s own word changes nothing', () => {
    fc.assert(
      fc.property(fc.string(), (forged) => {
        expect(clientAddress('10.0.0.1', `${forged}, 198.51.100.7`, 1)).toBe('198.51.100.7');
      }),
    );
  });

  test('a household’s /64 of IPv6 is one place, however it is written', () => {
    const one = '2001:db8:1:2::/64';
    expect(clientAddress('2001:db8:1:2:3:4:5:6', undefined, 0)).toBe(one);
    expect(clientAddress('2001:db8:1:2::9', undefined, 0)).toBe(one);
    expect(clientAddress('2001:db8:1:3::9', undefined, 0)).not.toBe(one);
    expect(clientAddress('::1', undefined, 0)).toBe('0:0:0:0::/64');
  });

  test('rubbish from a proxy is short, and nothing throws', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 500 }),
        fc.nat(9),
        (any, proxies) => clientAddress('10.0.0.1', any, proxies).length <= 60,
      ),
    );
  });
});
