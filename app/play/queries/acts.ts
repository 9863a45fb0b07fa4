/** Acts that earn, in the transaction of the verb (D71). The functions of the database judge, with the rules' own figures. */
import type { Fragment, Tx } from '~/db';
import type { Counts } from '../rules/badges';
import { type Kind, RULES, THRESHOLDS } from '../rules/points';

const levels = THRESHOLDS as number[];

export type Act = {
  readonly kind: Exclude<Kind, 'message' | 'welcome' | 'thanks'>;
  /** What makes two calls one act; null: the day. */
  readonly source: string | null;
  /** In the journal behind the words of the rule. */
  readonly name?: string;
  readonly salon?: string;
};

/** Null: it was paid before, or there was enough of it today. */
export async function earn(tx: Tx, { kind, source, name, salon }: Act): Promise<Counts | null> {
  const { points, aDay, said, icon } = RULES[kind];
  const words = name ? `${said}\u202f: «\u202f${name.slice(0, 200)}\u202f»` : said;
  const [found] = await tx<{ counts: Counts | null }[]>`
    select earn(${kind}, ${source}, ${points}, ${aDay}, ${words}, ${icon}, ${salon ?? null}, ${levels}) as counts`;
  return found?.counts ?? null;
}

const ruled = (kind: Kind) => {
  const { points, aDay, said, icon } = RULES[kind];
  return [points, aDay, said, icon];
};
const MESSAGE_RULES = JSON.stringify({ message: ruled('message'), welcome: ruled('welcome') });
const THANKS_RULE = JSON.stringify(ruled('thanks'));

/**
 * A part of the statement that has made a message: `id`, `salon_id` and `reply_to_id` are its columns. In the same
 * statement because a message is posted in one.
 */
export function earnedByMessage(tx: Tx): Fragment {
  return tx`earn_by_message(id, salon_id, reply_to_id, ${MESSAGE_RULES}::text::jsonb, ${levels})`;
}

export type Thanked = Counts & { readonly member: string };

/** The asker has put « merci » on a message: its author earns. Null: she was thanked for it before, or it is the asker's own. */
export async function earnThanks(tx: Tx, messageId: number): Promise<Thanked | null> {
  const [found] = await tx<{ thanked: Thanked | null }[]>`
    select earn_by_thanks(${messageId}, ${THANKS_RULE}::text::jsonb, ${levels}) as thanked`;
  return found?.thanked ?? null;
}
