import { type Dice, diceNamed } from './dice';
import type { Spoken } from './lines';
import { Memory } from './memory';
import { lastWord, latestTalk, previousTalk } from './rhythm';
import type { Stage } from './salons';
import type { DemoMessage } from './types';

/** A message before it has its number: `answers` points into the same thread. */
type Said = Omit<DemoMessage, 'seq' | 'replyToSeq'> & { answers: Said | null };
type Member = Stage['members'][number];

const LINES_A_THREAD = 3.5;
/** From so many messages on, somebody has just written. */
const LIVELY = 220;

/**
 * All messages of one salon, oldest first. Written backwards from `now`, so that the count comes out
 * exactly and the newest conversation is as recent as the salon is lively.
 */
export function conversation(stage: Stage, now: Date): DemoMessage[] {
  const { room } = stage;
  const dice = diceNamed(`talk:${room.name}`);
  const memory = new Memory(stage, dice);
  const floor = openedForTalk(stage);
  const newcomers = lateArrivals(stage, now);
  const newest = lastWord(now, room.messages >= LIVELY, dice);
  const threads: Said[][] = [];
  let left = room.messages;
  let cursor = newest;
  for (let tries = 0; left > 0; tries++) {
    if (tries > 3 * room.messages + 50) throw new Error(`${room.name} needs more to say: ${left} messages are missing`);
    const start =
      cursor === newest
        ? latestTalk(cursor, floor, room.messages >= LIVELY, dice)
        : previousTalk(cursor, floor, left / LINES_A_THREAD, dice);
    const newcomer = arrivedBetween(newcomers, start, cursor);
    const began = newcomer ? new Date(newcomer.joinedAt.getTime() + dice.between(3, 9) * 60_000) : start;
    const spoken = memory.play(began, cursor, left, newcomer);
    if (!spoken) continue;
    threads.push(asMessages(spoken, stage, cursor === newest, dice));
    left -= spoken.length;
    cursor = began;
  }
  return numbered(threads.reverse().flat());
}

function asMessages(spoken: Spoken[], stage: Stage, newest: boolean, dice: Dice): Said[] {
  const thread = spoken.map((one, index) => withAfterthought(one, stage, index > 0, newest, dice));
  for (const [index, one] of thread.entries()) {
    if (index === 0 || !dice.chance(0.112)) continue;
    const others = thread.slice(0, index).filter((other) => other.userId !== one.userId);
    one.answers = (dice.chance(0.5) ? others[0] : others.at(-1)) ?? null;
  }
  return thread;
}

/** D48, D49: now and then somebody corrects a message (within a quarter of an hour) or takes it back. */
function withAfterthought(
  { member, content, at }: Spoken,
  { salon }: Stage,
  reply: boolean,
  newest: boolean,
  dice: Dice,
): Said {
  const isDeleted = reply && !newest && content.length < 200 && dice.chance(0.0215);
  const isEdited = !isDeleted && !newest && dice.chance(0.031);
  return {
    salonId: salon.id,
    userId: member.actor.id,
    content: isDeleted ? '' : content,
    answers: null,
    createdAt: at,
    editedAt: isEdited ? new Date(at.getTime() + dice.between(40, 780) * 1000) : null,
    isDeleted,
  };
}

function numbered(all: Said[]): DemoMessage[] {
  const seqs = new Map(all.map((one, index) => [one, index + 1]));
  return all.map((one) => {
    const { answers, ...message } = one;
    return { ...message, seq: seqs.get(one) ?? 0, replyToSeq: (answers && seqs.get(answers)) ?? null };
  });
}

/** Nobody talks alone: the first conversation waits for the third person. */
function openedForTalk({ members }: Stage): Date {
  const joined = members.map((member) => member.joinedAt.getTime()).sort((a, b) => a - b);
  return new Date((joined[2] ?? joined[0] ?? 0) + 600_000);
}

/** D40: whoever joins a salon that already lives is welcomed by name. */
function lateArrivals({ members, room, salon }: Stage, now: Date): Member[] {
  const settled = salon.createdAt.getTime() + 0.09 * (now.getTime() - salon.createdAt.getTime());
  return room.messages < 50 ? [] : members.filter((member) => member.joinedAt.getTime() > settled);
}

function arrivedBetween(newcomers: Member[], from: Date, to: Date): Member | null {
  const margin = 40 * 60_000;
  const found = newcomers
    .filter((member) => member.joinedAt > from && member.joinedAt.getTime() < to.getTime() - margin)
    .sort((a, b) => b.joinedAt.getTime() - a.joinedAt.getTime())[0];
  return found ?? null;
}
