/** Whether a password is among those that guessers try first: an offline list (A01, reliability 10). */
import filterText from './common-passwords.txt?raw';
import { places } from './filter';

let filter: Buffer | null = null;

function isListed(entry: string): boolean {
  filter ??= Buffer.from(filterText, 'base64');
  const bits = filter;
  return places(entry).every((place) => ((bits[place >> 3] ?? 0) >> (place & 7)) & 1);
}

/** What is behind the disguises that guessers undo first: capitals, accents, digits for letters. */
function plain(password: string): string {
  return password
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');
}

const DISGUISES: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '@': 'a', $: 's', '!': 'i' },
};

/** A listed password, alone, in disguise, twice over, or one listed word with digits and signs around it. */
export function isCommon(password: string): boolean {
  const word = plain(password);
  const bare = withoutEdges(word);
  const half = word.slice(0, word.length / 2);
  const undone = [...word].map((sign) => DISGUISES[sign] ?? sign).join('');
  return (
    isListed(word) ||
    isListed(word.replace(/[^a-z0-9]/g, '')) ||
    isListed(undone) ||
    // Years and birthdays behind a first name; more than six signs of one's own are a password again.
    (word.length - bare.length <= 8 && /^[a-z]+$/.test(bare) && isListed(bare)) ||
    (word === half + half && (isListed(half) || half.length < 5))
  );
}

/** Without what stands around the letters. By index: a pattern tries each run of signs from each of its places. */
function withoutEdges(word: string): string {
  const isLetter = (sign: string | undefined) => sign !== undefined && sign >= 'a' && sign <= 'z';
  let [start, end] = [0, word.length];
  while (start < end && !isLetter(word[start])) start += 1;
  while (end > start && !isLetter(word[end - 1])) end -= 1;
  return word.slice(start, end);
}

/** What one types without thinking: one pattern over and over, or a run along the alphabet, the digits or the keyboard. */
export function isRun(password: string): boolean {
  const word = plain(password);
  if (/^(.{1,4})\1+.?$/s.test(word) || new Set(word).size < 4) return true;
  return RUNS.some((run) => run.includes(word) || [...run].reverse().join('').includes(word));
}

const RUNS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiop^$qsdfghjklmu*wxcvbn,;:!',
] as const;

/** Her own address or name, with hardly anything added: what anybody who knows her tries first. */
export function isAboutOneself(password: string, email: string, name: string): boolean {
  const word = plain(password);
  const [local = '', domain = ''] = plain(email).split('@');
  const own = [
    plain(email),
    local,
    ...local.split(/[^a-z]+/),
    domain.split('.')[0] ?? '',
    ...plain(name).split(/[^a-z]+/),
  ];
  const rest = own
    .filter((part) => part.length >= 3)
    .sort((a, b) => b.length - a.length)
    .reduce((left, part) => left.replaceAll(part, ' '), word);
  return rest !== word && rest.replace(/[^a-z]/g, '').length < 4;
}
