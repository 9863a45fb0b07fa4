/** From the rows of a dump to the rows of this site: what is taken, what is mended, and what is refused with its reason (X16). */

import { identity, profile, user } from './people';
import type { DumpRow } from './reading';
import { lineOf, note } from './report';
import { member, salon, settleOwners } from './salons';
import { message, reaction, settleMessages } from './talk';

type Cells = DumpRow['row'];

export type Plan = {
  readonly users: Map<string, User>;
  readonly identities: {
    readonly provider: string;
    readonly subject: string;
    readonly userId: string;
    readonly email: string;
  }[];
  readonly customers: { readonly id: string; readonly userId: string }[];
  readonly salons: Map<string, Salon>;
  readonly members: Map<
    string,
    {
      readonly salonId: string;
      readonly userId: string;
      role: string;
      readonly joinedAt: string;
      readonly seenAt: string | null;
      readonly bell: boolean;
    }
  >;
  readonly messages: Message[];
  readonly reactions: Map<
    string,
    { readonly messageId: number; readonly userId: string; readonly emoji: string; readonly at: string }
  >;
  readonly report: Report;
  /** Addresses, codes and ids that have been taken. */
  readonly met: Set<string>;
  /** G12: where messages without a salon go, once there is one. */
  readonly general: { id: string | null };
};
export type User = {
  readonly id: string;
  readonly email: string;
  readonly hash: string | null;
  readonly confirmedAt: string | null;
  readonly at: string;
  profile: {
    readonly name: string | null;
    readonly bio: string | null;
    readonly city: string | null;
    readonly interests: readonly string[];
    readonly welcomed: boolean;
    readonly idle: number;
    readonly lastActivity: string | null;
  } | null;
};
export type Salon = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly category: string;
  readonly city: string | null;
  readonly color: string;
  ownerId: string;
  readonly code: string | null;
  readonly isActive: boolean;
  readonly at: string;
};
export type Message = {
  readonly id: number;
  readonly salonId: string;
  readonly userId: string | null;
  readonly content: string;
  replyTo: number | null;
  readonly deletedAt: string | null;
  readonly at: string;
  seq: number;
};
/** By table: rows read and taken, and how many for each reason were refused or mended. */
export type Report = Map<string, { read: number; taken: number; readonly reasons: Map<string, number> }>;

const TAKEN = [
  'auth.users',
  'auth.identities',
  'profiles',
  'salons',
  'salon_members',
  'chat_messages',
  'message_reactions',
];

/** Kept until all rows are there: a dump's order is not that of the keys. */
export async function planOf(rows: AsyncIterable<DumpRow>, now: string): Promise<Plan> {
  const kept = new Map<string, Cells[]>(TAKEN.map((table) => [table, []]));
  const report: Report = new Map();
  for await (const { table, row } of rows) {
    lineOf(report, table).read += 1;
    const rowsOfTable = kept.get(table);
    if (rowsOfTable) rowsOfTable.push(row);
    else note(report, table, 'cette table n’est pas reprise');
  }
  const plan: Plan = {
    ...{ users: new Map(), identities: [], customers: [], salons: new Map(), members: new Map(), messages: [] },
    ...{ reactions: new Map(), report, met: new Set(), general: { id: null } },
  };
  const steps = {
    'auth.users': user,
    'auth.identities': identity,
    profiles: profile,
    salons: salon,
    salon_members: member,
    chat_messages: message,
    message_reactions: reaction,
  };
  for (const [table, step] of Object.entries(steps)) {
    for (const row of kept.get(table) ?? []) {
      const refusal = step(plan, row, now);
      if (refusal) note(report, table, refusal);
      else lineOf(report, table).taken += 1;
    }
    if (table === 'salon_members') settleOwners(plan);
  }
  settleMessages(plan);
  return plan;
}
