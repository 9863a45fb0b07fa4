/**
 * C-08: what is being written survives a reload, an expired session and a refused post, on this device.
 * Storage may be shut (private windows, full disks): a draft is a comfort, never a condition.
 */
const PREFIX = 'brouillon:';

/**
 * `key` is the form's `cle` when this very text was already sent once without an answer: sent again under the same
 * key it makes one message (C-07), even after a reload. Otherwise it is empty.
 */
export type Draft = readonly [text: string, key: string, replyTo: string];

export const draftName = (member = '', salon = ''): string => `${PREFIX}${member}:${salon}`;

export function keepDraft(name = '', draft: Draft): void {
  attempt(() => (draft[0].trim() ? localStorage.setItem(name, JSON.stringify(draft)) : localStorage.removeItem(name)));
}

export function findDraft(name: string): Draft | undefined {
  return attempt(() => JSON.parse(localStorage.getItem(name) ?? '') as Draft);
}

export function forgetAllDrafts(): void {
  attempt(() => {
    for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX)) localStorage.removeItem(name);
  });
}

export function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
