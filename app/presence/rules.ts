/** Who is here: a person with at least one open stream of the salon. */
export type Present = {
  readonly id: string;
  readonly name: string;
  readonly avatarUrl: string | null;
};

/** A connection’s lease in seconds: with the sweep every 30 s, a crashed tab is gone within 85 (N05 allows 90). */
export const LEASE_SECONDS = 55;
/** How often a process renews the leases of its readers, in seconds. */
export const RENEWAL_SECONDS = 30;
