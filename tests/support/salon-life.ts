/** A salon's life, act by act, and beside it a second account of what must be read afterwards, kept without the database. */
import fc from 'fast-check';
import * as chat from '~/chat/queries';
import { insertMessage } from '~/chat/queries/posts';
import { REACTIONS, type ReactionEmoji } from '~/chat/rules';
import type { Tx } from '~/db';
import * as blocks from '~/members/queries/blocks';
import * as keeping from '~/salons/queries/keeping';
import * as membership from '~/salons/queries/membership';
import { moveReadingMark } from '~/salons/queries/room';
import type { Member } from './cast';
import { causeOf, type Stage } from './policies';

export const PEOPLE = ['Odile', 'Paul', 'Zoé', 'Fatima'] as const;

const who = fc.nat(PEOPLE.length - 1);
const which = fc.nat(30);
const kinds = {
  post: 8,
  edit: 2,
  remove: 2,
  react: 3,
  read: 3,
  join: 3,
  invite: 2,
  leave: 1,
  dismiss: 1,
  ban: 1,
  lift: 1,
  promote: 1,
  demote: 1,
  handOver: 1,
  archive: 1,
  reopen: 2,
  block: 2,
  unblock: 1,
} as const;
type Kind = keyof typeof kinds;

export type Act = {
  readonly what: Kind;
  readonly who: number;
  readonly whom: number;
  readonly which: number;
  readonly names: boolean;
  readonly answers: boolean;
};
export const act: fc.Arbitrary<Act> = fc.record({
  what: fc.oneof(...Object.entries(kinds).map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind as Kind) }))),
  ...{ who, whom: who, which, names: fc.boolean(), answers: fc.boolean() },
});

export type Said = {
  readonly id: number;
  readonly seq: number;
  readonly by: number;
  names: number | null;
  isDeleted: boolean;
};
/** What happened, as somebody who watches writes it down. */
export type Account = {
  readonly said: Said[];
  readonly members: Set<number>;
  readonly banned: Set<number>;
  /** Reading marks. */
  readonly marks: Map<number, number>;
  /** `a b`: a has blocked b. */
  readonly blocks: Set<string>;
  /** `person message`: told of being named in it or answered by it. */
  readonly told: Set<string>;
  isActive: boolean;
};

export const apart = ({ blocks: set }: Account, a: number, b: number) => set.has(`${a} ${b}`) || set.has(`${b} ${a}`);

export type Life = {
  readonly the: Stage;
  readonly people: readonly Member[];
  readonly salon: string;
  readonly account: Account;
};

/** Does it, and notes what followed; what somebody may not do is refused and follows in nothing. */
export async function perform(life: Life, each: Act): Promise<void> {
  const { the, people } = life;
  const me = people[each.who] as Member;
  const done = await the.database
    .asViewer<unknown>(me.id, (tx) => ACTS[each.what](tx, life, each))
    .catch((error) => {
      if (['not_found', 'forbidden', 'payment_required'].includes(error.code)) return null;
      throw causeOf(error).message === ''
        ? error
        : new Error(`${each.what}: ${causeOf(error).message}`, { cause: error });
    });
  if (done) await note(life, each, done);
}

const at = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
const target = ({ account }: Life, { which: n }: Act) => at(account.said, n);
const idOf = ({ people }: Life, n: number) => people[n]?.id ?? '';
const words = ({ names, whom }: Act) => (names ? `Bonjour @${PEOPLE[whom]} !` : 'Bonjour à toutes');

const ACTS: Readonly<Record<Kind, (tx: Tx, life: Life, act: Act) => Promise<unknown>>> = {
  post: (tx, life, each) =>
    insertMessage(tx, idOf(life, each.who), life.salon, {
      ...{ text: words(each), key: null },
      replyTo: each.answers ? (target(life, each)?.id ?? null) : null,
    }),
  edit: (tx, life, each) =>
    chat.editMessage(tx, idOf(life, each.who), life.salon, target(life, each)?.id ?? 0, `${words(each)} Encore.`),
  remove: (tx, life, each) => chat.deleteMessage(tx, target(life, each)?.id ?? 0),
  react: (tx, life, each) =>
    chat.toggleReaction(tx, target(life, each)?.id ?? 0, at(Object.keys(REACTIONS), each.which) as ReactionEmoji),
  read: async (tx, life) => {
    const [row] = await tx<{ seq: number }[]>`select last_seq::int as seq from salons where id = ${life.salon}`;
    if (row) await moveReadingMark(tx, life.salon, row.seq);
    return row;
  },
  join: (tx, life) => membership.joinPublic(tx, life.salon),
  invite: (tx, life, each) => tx`select salon_id from join_salon_via_invitation(${`${life.salon} ${each.who}`})`,
  leave: async (tx, life, each) => (await membership.leaveSalon(tx, idOf(life, each.who), life.salon))?.left,
  dismiss: (tx, life, each) => keeping.ruleMember(tx, life.salon, idOf(life, each.whom), 'retirer'),
  ban: (tx, life, each) => keeping.banMember(tx, life.salon, { member: idOf(life, each.whom), reason: 'Une raison' }),
  lift: (tx, life, each) => keeping.liftBan(tx, life.salon, idOf(life, each.whom)),
  promote: (tx, life, each) => keeping.ruleMember(tx, life.salon, idOf(life, each.whom), 'moderateur'),
  demote: (tx, life, each) => keeping.ruleMember(tx, life.salon, idOf(life, each.whom), 'membre'),
  handOver: (tx, life, each) => keeping.ruleMember(tx, life.salon, idOf(life, each.whom), 'proprietaire'),
  archive: (tx, life, each) => keeping.setActive(tx, idOf(life, each.who), life.salon, false),
  reopen: (tx, life, each) => keeping.setActive(tx, idOf(life, each.who), life.salon, true),
  block: async (tx, life, each) => {
    if (each.who !== each.whom) await blocks.block(tx, idOf(life, each.who), idOf(life, each.whom));
    return each.who !== each.whom;
  },
  unblock: async (tx, life, each) => {
    await blocks.unblock(tx, idOf(life, each.who), idOf(life, each.whom));
    return true;
  },
};

/** Whom the words name and who is in the salon to be told, unless the two are apart. */
function tell(account: Account, message: Said): void {
  const { names, by, id } = message;
  if (names !== null && names !== by && account.members.has(names) && !apart(account, names, by))
    account.told.add(`${names} ${id}`);
}

async function note({ the, salon, account }: Life, each: Act, done: unknown): Promise<void> {
  const entered = async (n: number) => {
    if (account.members.has(n)) return;
    account.members.add(n);
    const [row] = await the.cast.sql<{ seq: number }[]>`select last_seq::int as seq from salons where id = ${salon}`;
    account.marks.set(n, row?.seq ?? 0);
  };
  const { said } = account;
  const message = at(said, each.which);
  if (each.what === 'post') {
    const { id, seq } = done as { id: number; seq: number };
    const made = { id, seq, by: each.who, names: each.names ? each.whom : null, isDeleted: false };
    if (
      each.answers &&
      message &&
      !message.isDeleted &&
      message.by !== each.who &&
      !apart(account, message.by, each.who)
    )
      if (account.members.has(message.by))
        // Who has left is told nothing by it: she does not see the salon.
        account.told.add(`${message.by} ${id}`);
    said.push(made);
    tell(account, made);
  } else if (each.what === 'edit' && message) {
    message.names = each.names ? each.whom : null;
    tell(account, message);
  } else if (each.what === 'remove' && message) message.isDeleted = true;
  else if (each.what === 'read') account.marks.set(each.who, (done as { seq: number }).seq);
  else if (each.what === 'join' || (each.what === 'invite' && (done as unknown[]).length > 0)) await entered(each.who);
  else if (each.what === 'leave') account.members.delete(each.who);
  else if (each.what === 'dismiss' || each.what === 'ban') account.members.delete(each.whom);
  else if (each.what === 'archive') account.isActive = false;
  else if (each.what === 'reopen') account.isActive = true;
  else if (each.what === 'block') account.blocks.add(`${each.who} ${each.whom}`);
  else if (each.what === 'unblock') account.blocks.delete(`${each.who} ${each.whom}`);
  if (each.what === 'ban') account.banned.add(each.whom);
  if (each.what === 'lift') account.banned.delete(each.whom);
}
