/** What follows from all rows together, and is counted once instead of by triggers. */
import type { Plan } from './types';

/** What was read before is not new: each member's place is the last message up to her last visit. */
export function settlePlaces({ members, messages }: Plan): void {
  const said = new Map<string, { at: string; seq: number }[]>();
  for (const { salonId, at, seq } of messages) {
    const here = said.get(salonId) ?? [];
    here.push({ at, seq });
    said.set(salonId, here);
  }
  for (const here of said.values()) {
    here.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.seq - b.seq));
    // By time, each with the highest number so far: then the last one before a moment says it.
    for (let at = 1; at < here.length; at += 1) {
      const [before, each] = [here[at - 1], here[at]];
      if (before && each && each.seq < before.seq) each.seq = before.seq;
    }
  }
  for (const each of members.values()) {
    if (each.seenAt) each.seenSeq = lastBefore(said.get(each.salonId) ?? [], each.seenAt);
  }
}

function lastBefore(said: readonly { readonly at: string; readonly seq: number }[], moment: string): number {
  let [from, to] = [0, said.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((said[middle]?.at ?? '') <= moment) from = middle + 1;
    else to = middle;
  }
  return said[from - 1]?.seq ?? 0;
}

/** How many salons each member owns and has joined. */
export function settleCounts({ users, members, salons }: Plan): void {
  for (const { salonId, userId, role } of members.values()) {
    const user = users.get(userId);
    if (!user || !salons.has(salonId)) continue;
    if (role === 'owner') user.owned += 1;
    else user.joined += 1;
  }
}
