import type { ReactNode } from 'react';
import type { LetterName, LetterProps } from './props';

/** A letter's file. Words of members go through `member-text.ts` before they stand anywhere. */
export type Letter<N extends LetterName> = {
  /** Also the heading of the letter: what was seen in the list is found again. At most 70 characters. */
  readonly subject: (props: LetterProps[N]) => string;
  /** Stands beside the subject in the list of letters. Neither holds a code: locked telephones show both. */
  readonly preheader: (props: LetterProps[N]) => string;
  readonly body: (props: LetterProps[N]) => ReactNode;
  /** Why this letter went to this address: whole sentences. */
  readonly why: (props: LetterProps[N]) => string;
  /** For previews, pictures and tests. */
  readonly example: LetterProps[N];
};

/** What leaves. */
export type WrittenLetter = { readonly subject: string; readonly html: string; readonly text: string };
