import type { Dice } from './dice';
import type { Gender } from './types';

/**
 * How the conversations are written down. A bank is a text of threads parted by empty lines:
 *
 *   @5-6                         only in May and June (also @12/20-12/31; @matin before noon; @soir from 18 h)
 *   A Mes {plante} jaunissent.   A, B, C … are people, different ones each time
 *   B {Trop|Beaucoup trop} d'eau, {A} ?
 *   A Merci, je suis <ravi|ravie> !
 *
 * {a|b} picks one, {3-8} a number, {plante} a word of that list (the same for the whole thread, {plante2} another one),
 * {1=a|b} and a later {1=c|d} go together: a with c, b with d.
 * {A} a first name, <m|f> agrees with the speaker and <B:m|f> with B, ¶ begins a new line.
 */
export type Bank = { slots: Record<string, readonly string[]>; threads: Thread[] };
export type Thread = { id: string; when: Season; people: string[]; lines: Line[] };
export type Line = { speaker: string; text: string };
export type Season = { days: [from: number, to: number] | null; part: 'matin' | 'soir' | null };
export type Voice = { firstName: string; gender: Gender };

/** Reads a bank. Slots are written 'a|b|c'. */
export function bank(name: string, slots: Record<string, string>, text: string): Bank {
  const threads = text
    .trim()
    .split(/\n\s*\n/)
    .map((block, index) => thread(`${name}:${index}`, block));
  const lists = Object.entries(slots).map(([slot, words]) => [slot, alternatives(words)] as const);
  return { slots: Object.fromEntries(lists), threads };
}

const cut = new Map<string, string[]>();

/** 'a|b' in two, but '<ravi|ravie>' and '{x|y}' whole. */
function alternatives(text: string): string[] {
  const known = cut.get(text);
  if (known) return known;
  const words = text.split(/\|(?![^<>]*>)(?![^{}]*\})/);
  cut.set(text, words);
  return words;
}

function thread(id: string, block: string): Thread {
  const rows = block.split('\n').map((row) => row.trim());
  const tags = rows.filter((row) => row.startsWith('@')).flatMap((row) => row.split(' '));
  const lines = rows
    .filter((row) => row !== '' && !row.startsWith('@'))
    .map((row) => {
      if (!/^[A-Z] ./.test(row)) throw new Error(`no speaker in ${id}: ${row}`);
      return { speaker: row.slice(0, 1), text: row.slice(2) };
    });
  return { id, when: season(tags), people: [...new Set(lines.flatMap(peopleIn))], lines };
}

/** Who speaks, and who is spoken of: {B}, <B:m|f>. */
function peopleIn({ speaker, text }: Line): string[] {
  return [
    speaker,
    ...[...text.matchAll(/\{([A-Z])\}|<([A-Z]):/g)].map(([, named, agreed]) => named ?? agreed ?? speaker),
  ];
}

function season(tags: string[]): Season {
  const part = tags.includes('@matin') ? 'matin' : tags.includes('@soir') ? 'soir' : null;
  const dates = tags
    .find((tag) => /\d/.test(tag))
    ?.slice(1)
    .split('-');
  if (!dates) return { days: null, part };
  const [from = '', to = from] = dates;
  return { days: [dayOf(from, 1), dayOf(to, 31)], part };
}

function dayOf(date: string, otherwise: number): number {
  const [month, day] = date.split('/').map(Number);
  return (month ?? 1) * 100 + (day ?? otherwise);
}

export function fits(when: Season, month: number, day: number, hour: number): boolean {
  if (when.part === 'matin' && (hour < 6 || hour >= 12)) return false;
  if (when.part === 'soir' && hour < 18) return false;
  if (!when.days) return true;
  const [from, to] = when.days;
  const today = month * 100 + day;
  return from <= to ? today >= from && today <= to : today >= from || today <= to;
}

/** Words chosen once stay for the whole thread. */
export type Choices = Map<string, string>;

export function say(
  line: Line,
  slots: Bank['slots'],
  voices: ReadonlyMap<string, Voice>,
  choices: Choices,
  dice: Dice,
): string {
  const agree = (speaker: string, masculine: string, feminine: string) =>
    voices.get(speaker)?.gender === 'm' ? masculine : feminine;
  let text = line.text;
  while (/\{[^{}]*\}/.test(text)) {
    text = text.replace(/\{([^{}]*)\}/g, (_, inside: string) => choose(inside, slots, voices, choices, dice));
  }
  return text
    .replace(/<([A-Z]):([^<>|]*)\|([^<>|]*)>/g, (_, who: string, m: string, f: string) => agree(who, m, f))
    .replace(/<([^<>|]*)\|([^<>|]*)>/g, (_, m: string, f: string) => agree(line.speaker, m, f))
    .replace(/\b([Dd])e (?=[AEIOUÉÈÊÎŒaeiouéèêîœ]|Hé|He[nl])/g, "$1'")
    .replace(/\b([Qq])ue (?=[AEIOUÉ]|Hé|He)/g, "$1u'")
    .replace(/ ?¶ ?/g, '\n')
    .replace(
      /(^|\n|[^.][.!?] )(«? ?(?!https?:)\p{Ll})/gu,
      (_, end: string, first: string) => end + first.toUpperCase(),
    );
}

function choose(
  inside: string,
  slots: Bank['slots'],
  voices: ReadonlyMap<string, Voice>,
  choices: Choices,
  dice: Dice,
): string {
  const linked = /^(\d)=(.*)$/s.exec(inside);
  if (linked) return together(linked[1] ?? '', alternatives(linked[2] ?? ''), choices, dice);
  const several = alternatives(inside);
  if (several.length > 1) return dice.pick(several);
  const range = /^(\d+)-(\d+)$/.exec(inside);
  if (range) return String(dice.between(Number(range[1]), Number(range[2])));
  if (!/^(\p{Lu}|\p{Ll}+\d?)$/u.test(inside)) return inside;
  const voice = voices.get(inside);
  if (voice) return voice.firstName;
  const known = choices.get(inside);
  if (known !== undefined) return known;
  const words = slots[inside.replace(/\d$/, '')];
  if (!words) throw new Error(`unknown slot {${inside}}`);
  const taken = new Set(choices.values());
  const free = words.filter((word) => !taken.has(word));
  const word = dice.pick(free.length > 0 ? free : words);
  choices.set(inside, word);
  return word;
}

function together(link: string, words: readonly string[], choices: Choices, dice: Dice): string {
  const place = choices.get(link) ?? String(dice.between(0, words.length - 1));
  choices.set(link, place);
  return words[Number(place) % words.length] ?? '';
}
