/** What a command is told to know (`options.mjs`). */
export type Command = {
  /** One sentence, and how it is called: shown after `--help`. */
  readonly does: string;
  readonly usage: string;
  readonly options?: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
  /** How many words may follow that are no option; none if left out. */
  readonly words?: number;
  /** All but `--help` is for another program. */
  readonly passesOn?: boolean;
};
type Values<C extends Command> = {
  readonly [K in keyof NonNullable<C['options']>]?: NonNullable<C['options']>[K]['type'] extends 'string'
    ? string
    : boolean;
};
export function calledWith<const C extends Command>(
  command: C,
  given?: readonly string[],
): { readonly values: Values<C>; readonly words: readonly string[] };
export function refuse(command: { readonly usage: string }, fault: string): never;
