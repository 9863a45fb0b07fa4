import type { Thread } from './grammar';

/** How many threads of all banks may use a word before it says nothing about the subject. */
const COMMON = 22;

export type Allusions = (text: string, thread: Thread, line: number, said: string) => boolean;

/**
 * Every line of a thread is drawn by itself, so an answer could thank for advice that was not given:
 * « La baignoire, c'est malin ! » when nobody spoke of one. A line alludes to the unsaid when it uses an uncommon word
 * that stands in the earlier lines as they are written, but not as they were spoken.
 */
export function allusionsIn(threads: readonly Thread[]): Allusions {
  const spread = new Map<string, number>();
  for (const thread of threads) {
    const words = new Set(thread.lines.flatMap(({ text }) => [...stems(text)]));
    for (const word of words) spread.set(word, (spread.get(word) ?? 0) + 1);
  }
  const telling = new Map<string, string[]>();
  const tellingBefore = (thread: Thread, line: number): string[] => {
    const place = `${thread.id}/${line}`;
    const known = telling.get(place);
    if (known) return known;
    const words = new Set(thread.lines.slice(0, line).flatMap((earlier) => [...stems(earlier.text)]));
    const rare = [...words].filter((word) => (spread.get(word) ?? 0) <= COMMON);
    telling.set(place, rare);
    return rare;
  };
  return (text, thread, line, said) => {
    const words = stems(text);
    const shared = tellingBefore(thread, line).filter((word) => words.has(word));
    if (shared.length === 0) return false;
    const spoken = stems(said);
    return shared.some((word) => !spoken.has(word));
  };
}

function stems(text: string): Set<string> {
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  return new Set((plain.match(/[a-zœ]{3,}/g) ?? []).map((word) => word.slice(0, 5)));
}
