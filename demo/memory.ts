import { accueil, quotidien } from './conversations/quotidien';
import type { Dice } from './dice';
import { type Bank, fits, type Thread } from './grammar';
import { SHORT, type Spoken, speak } from './lines';
import { parisTime } from './paris';
import { pace } from './rhythm';
import type { Stage } from './salons';

type Member = Stage['members'][number];

/** Conversations before the same words may come back: more than two pages of messages. */
const REST = 28;
/** A thread is first tried with new words only, then with words from months ago. */
const FRESH_TRIES = 5;
const TRIES = 14;
const PATIENCE = 4;

/** What was said in a salon and by which thread, so that nothing comes back too soon. */
export class Memory {
  private readonly uses = new Map<string, { times: number; last: number }>();
  private readonly heard = new Map<string, number>();
  private played = 0;
  /** how often in a row nothing came out: after a few times, old words may return at any distance, under a new greeting */
  private silences = 0;
  constructor(
    private readonly stage: Stage,
    private readonly dice: Dice,
  ) {}

  /** One thread between `start` and `end`, of `left` lines at most; null when none fits. */
  play(start: Date, end: Date, left: number, newcomer: Member | null): Spoken[] | null {
    const subject = newcomer ? accueil : this.bank();
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const bank = newcomer || attempt < FRESH_TRIES ? subject : this.bank();
      const thread = this.choose(bank, start);
      const lines = thread?.lines.slice(0, left) ?? [];
      if (!thread || end.getTime() - start.getTime() < lines.length * 60_000) continue;
      const roles = this.cast(thread, start, newcomer);
      const spoken = speak({
        thread: { ...thread, lines },
        slots: bank.slots,
        roles,
        times: pace(start, end, lines.length, this.dice),
        familiar: this.stage.room.familiar,
        stale: (words) => this.isStale(words, attempt >= FRESH_TRIES),
        taken: (content) => content.length > SHORT && this.heard.has(content),
        dice: this.dice,
      });
      if (!spoken) continue;
      this.remember(thread, spoken);
      return spoken;
    }
    this.silences += 1;
    return null;
  }

  private bank(): Bank {
    const { familiar, messages, bank } = this.stage.room;
    const share = familiar || messages <= 20 ? 0 : messages > 100 ? 0.09 : 0.16;
    return this.dice.chance(share) ? quotidien : bank;
  }

  /** In season, with enough people there, and not lately; the least used first. */
  private choose(bank: Bank, start: Date): Thread | null {
    const { month, day, hour } = parisTime(start);
    const present = this.stage.members.filter((member) => member.joinedAt < start).length;
    const possible = bank.threads.filter(
      (thread) => thread.people.length <= present && fits(thread.when, month, day, hour),
    );
    const rest = this.silences > PATIENCE ? 1 : Math.min(16, Math.floor(possible.length * 0.6));
    const fitting = possible.filter((thread) => {
      const used = this.uses.get(thread.id);
      return !used || this.played - used.last > rest;
    });
    if (fitting.length === 0) return null;
    const times = (thread: Thread) => this.uses.get(thread.id)?.times ?? 0;
    return this.dice.weighted(fitting, (thread) => (thread.when.days ? 1.6 : 1) / (1 + times(thread)) ** 2);
  }

  /** Who speaks: O is the owner, N the newcomer, the others whoever is talkative. */
  private cast(thread: Thread, start: Date, newcomer: Member | null): Map<string, Member> {
    const { members } = this.stage;
    const roles = new Map<string, Member>();
    if (members[0] && thread.people.includes('O')) roles.set('O', members[0]);
    if (newcomer) roles.set('N', newcomer);
    for (const person of thread.people.filter((one) => !roles.has(one))) {
      const taken = new Set(roles.values());
      const free = members.filter((one) => one.joinedAt < start && !taken.has(one) && one.actor.appRole !== 'admin');
      if (free.length === 0) break;
      roles.set(
        person,
        this.dice.weighted(free, (one) => 1 / Math.sqrt(1 + members.indexOf(one))),
      );
    }
    return roles;
  }

  private isStale(words: string, mayReturn: boolean): boolean {
    const when = this.heard.get(words);
    if (words.length <= SHORT || when === undefined) return false;
    if (this.silences > PATIENCE) return false;
    return !mayReturn || this.played - when <= Math.min(REST, 1.4 * this.stage.room.bank.threads.length);
  }

  private remember(thread: Thread, spoken: Spoken[]): void {
    this.uses.set(thread.id, { times: (this.uses.get(thread.id)?.times ?? 0) + 1, last: this.played });
    for (const { words, content } of spoken) {
      this.heard.set(words, this.played);
      this.heard.set(content, this.played);
    }
    this.played += 1;
    this.silences = 0;
  }
}
