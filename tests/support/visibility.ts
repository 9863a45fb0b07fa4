/** R01: who sees what of a member. Tried in SQL (`policies/member-cards`) and on pages (`http/members-visibility`). */

export const ASKERS = ['signed out', 'stranger', 'co-member', 'blocked', 'blocker', 'herself'] as const;
export type Asker = (typeof ASKERS)[number];

/** `card`: the name and what everybody has; `fields`: also the three that she shows to whom she likes. */
export const SEEN: Readonly<Record<'tous' | 'salons' | 'moi', Readonly<Record<Asker, string>>>> = {
  tous: {
    'signed out': 'nothing',
    stranger: 'card and fields',
    'co-member': 'card and fields',
    blocked: 'nothing',
    blocker: 'card and fields',
    herself: 'card and fields',
  },
  salons: {
    'signed out': 'nothing',
    stranger: 'card',
    'co-member': 'card and fields',
    blocked: 'nothing',
    blocker: 'card',
    herself: 'card and fields',
  },
  moi: {
    'signed out': 'nothing',
    stranger: 'card',
    'co-member': 'card',
    blocked: 'nothing',
    blocker: 'card',
    herself: 'card and fields',
  },
};
