/** Whose request this is, for limits. */
import { isIPv6 } from 'node:net';

/**
 * The address that the innermost believed proxy saw: X-Forwarded-For is read from the right, one entry a trusted
 * proxy, because everything further left was written by the caller. Without proxies it is the socket's.
 */
export function clientAddress(socketAddress: string, forwarded: string | undefined, trustedProxies: number): string {
  const hops = [...(forwarded ?? '').split(',').map((each) => each.trim()), socketAddress].filter(Boolean);
  const believed = hops.at(-1 - Math.min(trustedProxies, hops.length - 1)) ?? socketAddress;
  return network(withoutPort(believed).replace(/^::ffff:/, ''));
}

/** Some proxies write `203.0.113.7:40001` and `[2001:db8::1]:443`: a limit that counts ports counts nothing. */
function withoutPort(address: string): string {
  const [, bracketed] = /^\[([^\]]*)\](?::\d+)?$/.exec(address) ?? [];
  if (bracketed !== undefined) return bracketed;
  return /^[^:]+:\d+$/.test(address) ? address.slice(0, address.indexOf(':')) : address;
}

/** One household has a whole /64 of IPv6 to call from. */
function network(address: string): string {
  if (!isIPv6(address)) return address.slice(0, 45);
  const [head = '', tail] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  return `${[...left, ...Array<string>(Math.max(zeros, 0)).fill('0'), ...right].slice(0, 4).join(':')}::/64`;
}
