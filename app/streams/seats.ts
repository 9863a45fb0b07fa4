/** Who follows what in this process, and how many streams one member or one place may hold. */
import { AppError } from '~/errors';
import type { Reader } from './reader';
import type { StreamRequest } from './request';

/** Contract 3. */
const STREAMS_PER_MEMBER = 10;
/** Reliability 12: far above a residence behind one address, far below what exhausts a process. */
const STREAMS_PER_PLACE = 6_000;

export type Seats = {
  /** Asked before the database is, and again when there is nothing left to wait for: twenty may come at once. */
  readonly check: (request: StreamRequest) => void;
  readonly take: (reader: Reader) => void;
  readonly leave: (reader: Reader) => void;
  readonly all: () => ReadonlySet<Reader>;
  readonly of: (salonId: string) => ReadonlySet<Reader>;
};

/** @param onLast the salon has no reader here any more */
export function createSeats(onLast: (salonId: string) => void): Seats {
  const readers = new Set<Reader>();
  const bySalon = new Map<string, Set<Reader>>();
  const perMember = new Map<string, number>();
  const perPlace = new Map<string, number>();

  return {
    check({ viewer, ip }) {
      if ((perMember.get(viewer.id) ?? 0) >= STREAMS_PER_MEMBER) throw new AppError('too_many', 'streams', 30);
      if ((perPlace.get(ip) ?? 0) >= STREAMS_PER_PLACE) throw new AppError('too_many', 'streams', 30);
    },
    take(reader) {
      readers.add(reader);
      bySalon.set(reader.salonId, (bySalon.get(reader.salonId) ?? new Set()).add(reader));
      step(perMember, reader.userId, 1);
      step(perPlace, reader.ip, 1);
    },
    leave(reader) {
      readers.delete(reader);
      step(perMember, reader.userId, -1);
      step(perPlace, reader.ip, -1);
      const salon = bySalon.get(reader.salonId);
      salon?.delete(reader);
      if (salon?.size !== 0) return;
      bySalon.delete(reader.salonId);
      onLast(reader.salonId);
    },
    all: () => readers,
    of: (salonId) => bySalon.get(salonId) ?? NOBODY,
  };
}

const NOBODY: ReadonlySet<Reader> = new Set();

function step(counts: Map<string, number>, key: string, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
