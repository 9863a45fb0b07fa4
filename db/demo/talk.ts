import type { Actor } from './cast';
import { accueil, quotidien } from './conversations/quotidien';
import { type Dice, diceNamed } from './dice';
import { type Bank, fits, say, type Thread } from './grammar';
import { withManners } from './manners';
import { parisTime } from './paris';
import { latestTalk, pace, previousTalk } from './rhythm';
import type { Stage } from './salons';
import type { DemoMessage } from './types';
import { typo } from './typo';

/** A message before it has its number: `answers` points into the same thread. */
type Said = Omit<DemoMessage, 'seq' | 'replyToSeq'> & { answers: Said | null };
type Member = Stage['members'][number];
type Played = { member: Member; content: string; at: Date };

/** Shorter words may be said twice in a salon: « Merci ! », « J'en suis. » */
export const SHORT = 25;
const LINES_A_THREAD = 3.5;

/**
 * All messages of one salon, oldest first. Written backwards from `now`, so that the count comes out
 * exactly and the newest conversation is as recent as the salon is lively.
 */
export function conversation(stage: Stage, now: Date): DemoMessage[] {
  const dice = diceNamed(`talk:${stage.room.name}`);
  const memory = new Memory(stage);
  const floor = openedForTalk(stage);
  const newcomers = lateArrivals(stage, now);
  const threads: Said[][] = [];
  let left = stage.room.messages;
  let cursor = now;
  for (let tries = 0; left > 0; tries++) {
    if (tries > 3 * stage.room.messages + 50) throw new Error(`no words left in ${stage.room.name}`);
    const first = cursor === now;
    const drawn = first
      ? latestTalk(now, stage.room.messages >= 220, dice)
      : previousTalk(cursor, floor, left / LINES_A_THREAD, dice);
    const newcomer = arrivedBetween(newcomers, drawn, cursor);
    const start = newcomer
      ? new Date(newcomer.joinedAt.getTime() + dice.between(3, 9) * 60_000)
      : drawn > floor
        ? drawn
        : floor;
    const said = memory.play(start, cursor, left, newcomer, dice);
    if (!said) continue;
    threads.push(said.map((one, index) => finished(one, said, index, stage, first, dice)));
    linkAnswers(threads.at(-1) ?? [], dice);
    left -= said.length;
    cursor = start;
  }
  return numbered(threads.reverse().flat());
}

/** Remembers what was said in this salon, and by which thread, so that nothing comes back too soon. */
class Memory {
  private readonly uses = new Map<string, { times: number; last: number }>();
  private readonly heard = new Map<string, number>();
  private played = 0;
  constructor(private readonly stage: Stage) {}

  play(start: Date, end: Date, left: number, newcomer: Member | null, dice: Dice): Played[] | null {
    for (let attempt = 0; attempt < 14; attempt++) {
      const bank = newcomer ? accueil : this.bankFor(dice);
      const thread = this.choose(bank, start, dice);
      if (!thread) continue;
      const lines = thread.lines.slice(0, left);
      if (end.getTime() - start.getTime() < lines.length * 60_000) continue;
      const times = pace(start, end, lines.length, dice);
      const roles = this.roles(thread, start, newcomer, dice);
      const said = roles && this.words(bank, { ...thread, lines }, roles, times, attempt > 7, dice);
      if (!said) continue;
      this.uses.set(thread.id, { times: (this.uses.get(thread.id)?.times ?? 0) + 1, last: this.played });
      this.played += 1;
      for (const { content } of said) this.heard.set(content, this.played);
      return said;
    }
    return null;
  }

  private bankFor(dice: Dice): Bank {
    const { room } = this.stage;
    return !room.familiar && room.messages > 100 && dice.chance(0.13) ? quotidien : room.bank;
  }

  private choose(bank: Bank, start: Date, dice: Dice): Thread | null {
    const { month, day, hour } = parisTime(start);
    const present = this.stage.members.filter((member) => member.joinedAt <= start).length;
    const rest = Math.min(16, Math.floor(bank.threads.length * 0.55));
    const fitting = bank.threads.filter((thread) => {
      const used = this.uses.get(thread.id);
      return (
        fits(thread.when, month, day, hour) &&
        thread.people.length <= present &&
        (!used || this.played - used.last > rest)
      );
    });
    if (fitting.length === 0) return null;
    return dice.weighted(
      fitting,
      (thread) => (thread.when.days ? 1.6 : 1) / (1 + (this.uses.get(thread.id)?.times ?? 0)) ** 2,
    );
  }

  /** Who speaks: O is the owner, N the newcomer, the others whoever is talkative. */
  private roles(thread: Thread, start: Date, newcomer: Member | null, dice: Dice): Map<string, Member> | null {
    const roles = new Map<string, Member>();
    const owner = this.stage.members[0];
    if (owner && thread.people.includes('O')) roles.set('O', owner);
    if (newcomer) roles.set('N', newcomer);
    for (const person of thread.people) {
      if (roles.has(person)) continue;
      const taken = [...roles.values()];
      const free = this.stage.members.filter(
        (member) => member.joinedAt < start && !taken.includes(member) && member.actor.appRole !== 'admin',
      );
      if (free.length === 0) return null;
      roles.set(
        person,
        dice.weighted(free, (member) => 1 / (1 + this.stage.members.indexOf(member)) ** 0.5),
      );
    }
    return roles;
  }

  private words(
    bank: Bank,
    thread: Thread,
    roles: Map<string, Member>,
    times: Date[],
    relaxed: boolean,
    dice: Dice,
  ): Played[] | null {
    const voices = new Map<string, Actor>([...roles].map(([person, member]) => [person, member.actor]));
    const choices = new Map<string, string>();
    const said: (Played & { core: string })[] = [];
    for (const [index, line] of thread.lines.entries()) {
      const member = roles.get(line.speaker);
      const at = times[index];
      if (!member || !at) return null;
      const core = this.unheard(() => typo(say(line, bank.slots, voices, choices, dice)), relaxed);
      if (core === null) return null;
      const polite = index === 0 || !said.some((one) => one.member === member);
      const to = said.findLast((one) => one.member !== member)?.member.actor.firstName ?? null;
      const content = polite
        ? typo(
            withManners(
              plainQuotes(core),
              {
                opens: index === 0,
                hour: parisTime(at).hour,
                me: member.actor.firstName,
                to,
                familiar: this.stage.room.familiar,
              },
              dice,
            ),
          )
        : core;
      if (content.length > SHORT && (this.heard.has(content) || said.some((one) => one.content === content)))
        return null;
      said.push({ member, content, at, core });
    }
    for (const { core } of said) this.heard.set(core, this.played);
    return said;
  }

  /** When the bank runs dry, words from months ago may come back under another greeting. */
  private unheard(render: () => string, relaxed: boolean): string | null {
    for (let attempt = 0; attempt < 12; attempt++) {
      const words = render();
      const when = this.heard.get(words);
      if (words.length <= SHORT || when === undefined || (relaxed && this.played - when > 45)) return words;
    }
    return null;
  }
}

function plainQuotes(text: string): string {
  return text.replace(/’/g, "'");
}

/** D48, D49: now and then somebody corrects a message (within a quarter of an hour) or takes it back. */
function finished(one: Played, thread: Played[], index: number, stage: Stage, newest: boolean, dice: Dice): Said {
  const isDeleted = index > 0 && !newest && one.content.length < 200 && dice.chance(0.0225);
  const isEdited = !isDeleted && !newest && thread.length > 1 && dice.chance(0.031);
  return {
    salonId: stage.salon.id,
    userId: one.member.actor.id,
    content: isDeleted ? '' : one.content,
    answers: null,
    createdAt: one.at,
    editedAt: isEdited ? new Date(one.at.getTime() + dice.between(40, 780) * 1000) : null,
    isDeleted,
  };
}

function linkAnswers(thread: Said[], dice: Dice): void {
  for (const [index, one] of thread.entries()) {
    if (index === 0 || !dice.chance(0.112)) continue;
    const earlier = thread.slice(0, index).filter((other) => other.userId !== one.userId);
    if (earlier.length > 0) one.answers = dice.chance(0.5) ? (earlier[0] ?? null) : (earlier.at(-1) ?? null);
  }
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
