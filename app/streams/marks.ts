/** D41: whoever has the live page open is reading it. Her mark moves now and then, not at every message. */
import type { Database } from '~/db';
import { moveReadingMark } from '~/salons/queries/room';

export type Marks = {
  readonly soon: (userId: string, salonId: string, seq: number) => void;
  readonly write: () => Promise<void>;
};

export function createMarks(database: Database): Marks {
  const marks = new Map<string, { userId: string; salonId: string; seq: number }>();
  return {
    soon: (userId, salonId, seq) => void marks.set(`${userId} ${salonId}`, { userId, salonId, seq }),
    async write() {
      const due = [...marks.values()];
      marks.clear();
      for (const { userId, salonId, seq } of due) {
        await database.asViewer(userId, (tx) => moveReadingMark(tx, salonId, seq));
      }
    },
  };
}
