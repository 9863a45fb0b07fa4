/** C-22: what is left of a conversation for a reader who does not see some of its members. Pure and synchronous. */
import type { Message } from '../rules';

/** Whom a reader does not see: she has blocked them, or they have blocked her. */
export type Hidden = ReadonlySet<string>;
export const NOBODY: Hidden = new Set();

/** Null: it is theirs. What is answered of theirs says no more than a deleted message does; their reactions are not there. */
export function seenBy(hidden: Hidden, message: Message): Message | null {
  if (hidden.has(message.author.id)) return null;
  if (message.isArrival) return arrivalSeenBy(hidden, message);
  const { quoted, reactions } = message;
  const conceals = quoted?.authorId != null && hidden.has(quoted.authorId);
  return {
    ...message,
    quoted: conceals ? { ...quoted, authorName: 'un autre membre', excerpt: null } : quoted,
    reactions: reactions
      .map(({ emoji, people }) => ({ emoji, people: people.filter(({ id }) => !hidden.has(id)) }))
      .filter(({ people }) => people.length > 0),
  };
}

/** Null: all who came are hidden. */
function arrivalSeenBy(hidden: Hidden, message: Message): Message | null {
  const mentions = message.mentions.filter(({ id }) => !hidden.has(id));
  return mentions.length < message.mentions.length && mentions.length === 0 ? null : { ...message, mentions };
}

export function allSeenBy(hidden: Hidden, messages: readonly Message[]): readonly Message[] {
  if (hidden.size === 0) return messages;
  return messages.flatMap((message) => seenBy(hidden, message) ?? []);
}
