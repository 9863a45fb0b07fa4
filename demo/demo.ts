import { cast } from './cast';
import { reactionsTo } from './reactions';
import { signedUp, stages } from './salons';
import { conversation } from './talk';
import type { DemoData } from './types';

/**
 * The demonstration: 150 members, 25 salons, 200 memberships, 5,000 messages, 1,200 reactions.
 * Pure: the same `now` gives the same rows, and no date lies after it.
 */
export function demoData(now: Date): DemoData {
  const actors = cast();
  const all = stages(actors, now);
  const messages = all.flatMap((stage) => conversation(stage, now));
  return {
    members: signedUp(actors, all, now),
    salons: all.map(({ salon }) => salon),
    memberships: all.flatMap(({ salon, members }) =>
      members.map(({ actor, role, joinedAt }) => ({ salonId: salon.id, userId: actor.id, role, joinedAt })),
    ),
    messages,
    reactions: reactionsTo(messages, all, now),
  };
}
