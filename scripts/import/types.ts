/** What a dump becomes before it is written. */
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
