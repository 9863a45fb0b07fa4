/** Between a row of the outbox, which is JSON, and the letters' files, which know their props. */
import type { Config } from '~/config';
import type { LetterName, LetterProps } from '../../emails/props';
import { LETTERS, writeLetter } from '../../emails/write';
import type { Writer } from './deliver';

export function letterWriter({ origin, publisher }: Pick<Config, 'origin' | 'publisher'>): Writer {
  return {
    isOptional: (template) => (isLetter(template) ? LETTERS[template].kind === 'optional' : null),
    // `enqueue` took these props for this template; an older release may have, and then writing fails and is told.
    write: (template, props, about) =>
      writeLetter(template as LetterName, props as LetterProps[LetterName], { origin, publisher, ...about }),
  };
}

function isLetter(template: string): template is LetterName {
  return Object.hasOwn(LETTERS, template);
}
