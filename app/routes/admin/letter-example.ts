import type { Config } from '~/config';
import { notFound } from '~/errors';
import type { LetterName } from '../../../emails/props';
import { exampleOf, LETTERS, type WrittenLetter, writeLetter } from '../../../emails/write';

export const letterNames = Object.keys(LETTERS) as LetterName[];

/** @throws not_found for a name that no letter has */
export function letterNamed(slug: string | undefined): LetterName {
  const name = letterNames.find((each) => LETTERS[each].slug === slug);
  if (!name) throw notFound();
  return name;
}

/** The letter's own example, as this site would send it to somebody who does not exist. */
export async function writeExample(name: LetterName, { origin, publisher }: Config): Promise<WrittenLetter> {
  const unsubscribePath = LETTERS[name].kind === 'optional' ? '/desabonnement/exemple' : null;
  return writeLetter(name, await exampleOf(name), { origin, publisher, unsubscribePath, email: 'monique@exemple.fr' });
}
