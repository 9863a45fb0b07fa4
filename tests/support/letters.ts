/** Every letter of the site, written from its own example. */
import type { LetterName, LetterProps } from '../../emails/props';
import { exampleOf, LETTERS, type LetterFrame, type WrittenLetter, writeLetter } from '../../emails/write';

export const LETTER_NAMES = Object.keys(LETTERS) as LetterName[];

const FRAME: Omit<LetterFrame, 'unsubscribePath'> = {
  origin: 'https://aurora50.exemple',
  publisher: {
    name: 'Association Les Voisins',
    address: '2 place du Marché, 29000 Quimper',
    email: 'bonjour@voisins.exemple',
    host: null,
  },
  email: 'monique@exemple.fr',
};

export function frameOf(name: LetterName): LetterFrame {
  return { ...FRAME, unsubscribePath: LETTERS[name].kind === 'optional' ? '/desabonnement/jeton' : null };
}

export async function written(name: LetterName): Promise<WrittenLetter> {
  return writeLetter(name, await exampleOf(name), frameOf(name));
}

/** The example with `words` in the place of everything a person may have typed. */
export async function writtenWith(name: LetterName, words: string): Promise<WrittenLetter> {
  const props = replaced(await exampleOf(name), words) as LetterProps[LetterName];
  return writeLetter(name, props, frameOf(name));
}

/** What only the site writes: paths, times, codes, plans. */
const OURS = /^\/|^\d{4}-\d\d-\d\d|^\d{6}$|^premium$|^annuel$/;

function replaced(value: unknown, words: string): unknown {
  if (typeof value === 'string') return OURS.test(value) ? value : words;
  if (Array.isArray(value)) return value.map((each) => replaced(each, words));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each, words)]));
}

/** The addresses a letter leads to, in the order of its HTML. */
export function linksIn(html: string): string[] {
  return [...html.matchAll(/ href="([^"]*)"/g)].map(([, address = '']) => address.replaceAll('&amp;', '&'));
}
