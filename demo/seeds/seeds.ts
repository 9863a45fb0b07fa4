/** What can be seeded and cleaned (X04–X07). Pure: every row has a fixed id, so that cleaning knows what was seeded. */
import { demoData } from '../demo';
import type { DemoData } from '../types';
import { type Comfort, membersOfEachPlan, variedMembers } from './people';
import { talk } from './talk';

export type Seed = {
  /** In words for the operator. */
  readonly title: string;
  readonly data: (now: Date) => DemoData & { readonly comforts?: readonly Comfort[] };
  /** Its members follow courses, too. */
  readonly learns: boolean;
};

const none = { salons: [], memberships: [], messages: [], reactions: [] };

const SEEDS = {
  'test-user': {
    title: 'un membre de chaque formule',
    data: (now) => ({ ...none, members: membersOfEachPlan(now) }),
    learns: false,
  },
  'test-users': {
    title: 'des membres variés',
    data: (now) => {
      const members = variedMembers(now);
      return { ...none, members, comforts: members };
    },
    learns: false,
  },
  chat: { title: 'des salons et leurs messages', data: talk, learns: false },
  demo: { title: 'la démonstration', data: demoData, learns: true },
} as const satisfies Record<string, Seed>;

/** The names after `seed:` and `clean:`, each with what it stands for. */
export const NAMED: Readonly<Record<string, readonly Seed[]>> = {
  'test-user': [SEEDS['test-user']],
  'test-users': [SEEDS['test-users']],
  chat: [SEEDS.chat],
  all: Object.values(SEEDS),
};
