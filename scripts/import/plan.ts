/** From the rows of a dump to the rows of this site: what is taken, what is mended, and what is refused with its reason (X16). */

import { identity, profile, user } from './people';
import type { DumpRow } from './reading';
import { lineOf, note } from './report';
import { member, salon, settleOwners } from './salons';
import { message, reaction, settleMessages } from './talk';
import type { Plan, Report } from './types';

type Cells = DumpRow['row'];

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
