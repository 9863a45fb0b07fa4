import type { Tx } from '~/db';

/** One notification a topic; `origin` says which process sends it. */
export async function notifyTopics(tx: Tx, channel: string, origin: string, topics: readonly string[]): Promise<void> {
  await tx`
    select pg_notify(${channel}, ${`${origin} `} || topic)
    from unnest(${topics}::text[]) topic`;
}
