/**
 * N05: an open line proves nothing. The system goes on sending to a telephone without network for a quarter of an hour, and a
 * proxy in between takes whatever comes. So a page says now and then that it is there, by its script or by the pictures of
 * the live page, and who was heard once is gone when nothing more is heard. A reader that never gives a sign, such as a
 * program or a browser that shows no pictures, is there as long as its line.
 */
import type { Lease } from './queries';
import { SILENT_SECONDS } from './rules';

export type Signs = {
  /** From now on a sign of this member's in this salon is one of this connection's. */
  readonly expect: (lease: Lease) => void;
  readonly forget: (lease: Lease) => void;
  /** @returns those who were gone, and are back by it */
  readonly came: (salonId: string, userId: string) => readonly Lease[];
  /** @returns those who are gone since this was last asked */
  readonly missed: () => readonly Lease[];
  readonly isThere: (lease: Lease) => boolean;
};

type Expected = { readonly lease: Lease; heard: number; isGone: boolean };
const pageOf = ({ salonId, userId }: Omit<Lease, 'connection'>) => `${salonId}:${userId}`;

export function createSigns(): Signs {
  /** By salon and member: which of her pages it was, a sign does not say. */
  const expected = new Map<string, Map<string, Expected>>();
  /** Who has given a sign since the first of her connections that is still open. */
  const heard = new Set<string>();
  const all = () => [...expected.values()].flatMap((pages) => [...pages.values()]);

  return {
    expect(lease) {
      const pages = expected.get(pageOf(lease)) ?? new Map<string, Expected>();
      expected.set(pageOf(lease), pages.set(lease.connection, { lease, heard: Date.now(), isGone: false }));
    },
    forget(lease) {
      const pages = expected.get(pageOf(lease));
      pages?.delete(lease.connection);
      if (pages?.size !== 0) return;
      expected.delete(pageOf(lease));
      heard.delete(pageOf(lease));
    },
    came(salonId, userId) {
      const pages = [...(expected.get(pageOf({ salonId, userId }))?.values() ?? [])];
      if (pages.length > 0) heard.add(pageOf({ salonId, userId }));
      const back = pages.filter(({ isGone }) => isGone);
      for (const page of pages) Object.assign(page, { heard: Date.now(), isGone: false });
      return back.map(({ lease }) => lease);
    },
    missed() {
      const silent = Date.now() - SILENT_SECONDS * 1_000;
      const gone = all().filter((page) => !page.isGone && page.heard < silent && heard.has(pageOf(page.lease)));
      for (const page of gone) page.isGone = true;
      return gone.map(({ lease }) => lease);
    },
    isThere: (lease) => expected.get(pageOf(lease))?.get(lease.connection)?.isGone !== true,
  };
}
