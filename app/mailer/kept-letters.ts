/**
 * The words of a letter that has left, for its reader's own copy: written anew from what its row still has. Links and codes
 * are gone from the row by then, and what others said is theirs (docs/decisions/059).
 */
import type { LetterName, LetterProps } from '../../emails/props';
import { LETTERS, letterWords } from '../../emails/write';

export type KeptWords = { readonly subject: string | null; readonly text: string | null };

const NOTHING: KeptWords = { subject: null, text: null };
/** Where a link was and where a code was. */
const GONE = { path: '/', code: '······' };
const SOMEBODY = 'Un membre';
const LEFT_OUT = '[ses mots sont à elle ou à lui]';

type Other = Readonly<Record<string, unknown>>;

/** Who is named or quoted in a letter, and is not its reader. */
const WITHOUT_OTHERS: { readonly [N in LetterName]?: (props: LetterProps[N]) => Other } = {
  invitation: () => ({ inviter: SOMEBODY, description: null }),
  joinRequested: () => ({ asker: SOMEBODY }),
  mention: () => ({ author: SOMEBODY, excerpt: LEFT_OUT }),
  dailyLetter: ({ salons }) => ({
    salons: salons.map((salon) => ({ ...salon, excerpts: [], more: salon.more + salon.excerpts.length })),
  }),
};

/** @param props null: it has not left, or its thirty days are over */
export async function wordsOf(template: string, props: unknown): Promise<KeptWords> {
  if (!Object.hasOwn(LETTERS, template)) return NOTHING;
  const name = template as LetterName;
  const nameAlone = { subject: LETTERS[name].title, text: null };
  if (!props || Object.keys(props).length === 0) return nameAlone;
  try {
    const others = (WITHOUT_OTHERS[name] as ((props: unknown) => Other) | undefined)?.(props) ?? {};
    return await letterWords(name, { ...GONE, ...props, ...others } as LetterProps[LetterName]);
  } catch {
    // Of an older release, whose letters were written from something else.
    return nameAlone;
  }
}
