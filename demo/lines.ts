import type { Actor } from './cast';
import { allusionsIn } from './coherence';
import { accueil, quotidien } from './conversations/quotidien';
import type { Dice } from './dice';
import { type Bank, type Choices, type Line, say, type Thread } from './grammar';
import { withManners } from './manners';
import { parisTime } from './paris';
import { rooms } from './rooms';
import type { Stage } from './salons';
import { typo } from './typo';

type Member = Stage['members'][number];

/** `words` as drawn from the bank, `content` as sent, with greetings and in French type. */
export type Spoken = { member: Member; words: string; content: string; at: Date };

export type Scene = {
  thread: Thread;
  slots: Bank['slots'];
  roles: ReadonlyMap<string, Member>;
  times: readonly Date[];
  familiar: boolean;
  /** these words were heard too lately */
  stale: (words: string) => boolean;
  /** this message stands in the salon already */
  taken: (content: string) => boolean;
  dice: Dice;
};

/** Shorter messages may be sent twice in a salon: « Merci ! », « J'en suis. » */
export const SHORT = 25;
const DRAWS = 16;

const everything = [...rooms.map((room) => room.bank), quotidien, accueil].flatMap((bank) => bank.threads);
const alludes = allusionsIn(everything);

/** The lines of one thread, said by these people; null when the words do not come out right. */
export function speak(scene: Scene): Spoken[] | null {
  const voices = new Map<string, Actor>([...scene.roles].map(([person, { actor }]) => [person, actor]));
  const choices: Choices = new Map();
  const spoken: Spoken[] = [];
  for (const [index, line] of scene.thread.lines.entries()) {
    const member = scene.roles.get(line.speaker);
    const at = scene.times[index];
    const words = member && at ? wordsFor(line, index, spoken, scene, voices, choices) : null;
    if (!member || !at || words === null) return null;
    const content = typo(politely(words, member, at, spoken, scene));
    if (scene.taken(content) || spoken.some((one) => one.words === words && words.length > SHORT)) return null;
    spoken.push({ member, words, content, at });
  }
  return spoken;
}

function wordsFor(
  line: Line,
  index: number,
  spoken: readonly Spoken[],
  { thread, slots, stale, dice }: Scene,
  voices: ReadonlyMap<string, Actor>,
  choices: Choices,
): string | null {
  const before = spoken.map(({ words }) => words).join(' ');
  for (let draw = 0; draw < DRAWS; draw++) {
    const words = say(line, slots, voices, choices, dice);
    if (!stale(words) && !alludes(words, thread, index, before)) return words;
  }
  return null;
}

function politely(
  words: string,
  member: Member,
  at: Date,
  spoken: readonly Spoken[],
  { familiar, dice }: Scene,
): string {
  if (spoken.some((one) => one.member === member)) return words;
  const to = spoken.find((one) => one.member !== member)?.member.actor.firstName ?? null;
  const me = member.actor.firstName;
  return withManners(words, { opens: spoken.length === 0, hour: parisTime(at).hour, me, to, familiar }, dice);
}
