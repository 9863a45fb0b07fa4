import { data } from '~/client/protocol';

/**
 * The words of what only a script shows. Text browsers print what is `hidden`, so they are not in the text until the
 * script writes them there (`client/page.ts`).
 */
export function ScriptWords({ children }: { readonly children: string }) {
  return <span {...data({ mots: children })} />;
}
