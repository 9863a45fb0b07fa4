/** What the plans cost, what the free one allows, and the only words for both (S01, S02, G17, D25). Pure. */
import { plural, price } from '~/ui/format';

/** In cents. */
const MONTHLY = 4_700;
const YEARLY = 47_000;

/** The table plan_limits enforces them, for the plan `freemium`; a test compares the two. */
export const FREE_LIMITS = { messagesPerDay: 20, salonsJoined: 3, salonsOwned: 1 } as const;

/** As pages, terms and refusals say them. */
export const PLAN_WORDS = {
  free: price(0),
  monthly: price(MONTHLY),
  yearly: price(YEARLY),
  /** What a year costs less than twelve months. */
  given: plural(12 - YEARLY / MONTHLY, 'mois offert', 'mois offerts'),
  messages: plural(FREE_LIMITS.messagesPerDay, 'message', 'messages'),
  joined: plural(FREE_LIMITS.salonsJoined, 'salon', 'salons'),
  owned: FREE_LIMITS.salonsOwned === 1 ? 'un salon' : plural(FREE_LIMITS.salonsOwned, 'salon', 'salons'),
} as const;
