/** What notifications are about. Which kinds there are, is said by the domains, each in its rules. */
export type Topic = `${string}:${string}`;

export type TopicKind = {
  /** The topic of one salon, session … */
  readonly of: (what: string) => Topic;
  /** What a topic of this kind is about; null: it is of another kind. */
  readonly in: (topic: Topic) => string | null;
};

export function topicKind(name: string): TopicKind {
  const start = `${name}:` as const;
  return {
    of: (what) => `${start}${what}`,
    in: (topic) => (topic.startsWith(start) ? topic.slice(start.length) : null),
  };
}
