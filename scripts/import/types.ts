/** What a dump becomes before it is written. */
import type { Folder } from '~/files/rules/picture';

export type Plan = {
  readonly users: Map<string, User>;
  readonly identities: Identity[];
  readonly salons: Map<string, Salon>;
  readonly members: Map<string, Member>;
  readonly invitations: Invitation[];
  readonly messages: Message[];
  readonly reactions: Map<string, Reaction>;
  readonly learning: Learning;
  readonly play: Play;
  /** Addresses of pictures that rows name, until their files are looked for. */
  readonly shown: Shown[];
  readonly pictures: Picture[];
  readonly report: Report;
  /** Addresses, codes and ids that have been taken. */
  readonly met: Set<string>;
  /** G12: where messages without a salon go, once there is one. */
  readonly general: { id: string | null };
};

/** What this site has before: courses that the former one had too are the same courses. */
export type Site = {
  /** By their slugs. */
  readonly courses: ReadonlyMap<string, string>;
  /** Ids by a course's id and the lesson's number. */
  readonly lessons: ReadonlyMap<string, string>;
};

export type Identity = {
  readonly provider: string;
  readonly subject: string;
  readonly userId: string;
  readonly email: string;
};

export type User = {
  readonly id: string;
  readonly email: string;
  readonly hash: string | null;
  readonly confirmedAt: string | null;
  readonly at: string;
  customer: string | null;
  profile: {
    readonly name: string | null;
    readonly bio: string | null;
    readonly city: string | null;
    readonly interests: readonly string[];
    readonly welcomed: boolean;
    readonly idle: number;
    readonly lastActivity: string | null;
  } | null;
  avatarUrl: string | null;
  coverUrl: string | null;
  owned: number;
  joined: number;
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
  avatarUrl: string | null;
};

export type Member = {
  readonly salonId: string;
  readonly userId: string;
  role: string;
  readonly joinedAt: string;
  readonly seenAt: string | null;
  /** The number of the last message that she had read. */
  seenSeq: number;
  readonly bell: boolean;
};

export type Invitation = {
  readonly id: string;
  readonly salonId: string;
  readonly invitedBy: string | null;
  readonly email: string | null;
  readonly userId: string | null;
  readonly tokenHash: string;
  readonly uses: number;
  readonly at: string;
  readonly expiresAt: string;
  readonly acceptedAt: string | null;
  readonly revokedAt: string | null;
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

export type Reaction = {
  readonly messageId: number;
  readonly userId: string;
  readonly emoji: string;
  readonly at: string;
};

export type Learning = {
  /** Of the former site by their ids there: what this site has too leads to the one of this site. */
  readonly courses: Map<string, Course>;
  readonly lessons: Map<string, Lesson>;
  /** By member and course. */
  readonly enrollments: Map<string, Enrollment>;
  readonly progress: Map<string, Progress>;
  readonly history: Step[];
};

export type Course = {
  readonly id: string;
  /** True: it is written; false: it is here already. */
  readonly isNew: boolean;
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly summary: string;
  readonly emoji: string | null;
  readonly colors: string | null;
  readonly pillar: number;
  readonly place: number;
  readonly weeks: number;
  readonly isPublished: boolean;
  readonly at: string;
  /** How many lessons it has. */
  lessons: number;
};

export type Lesson = {
  readonly id: string;
  readonly isNew: boolean;
  readonly courseId: string;
  readonly slug: string;
  readonly title: string;
  readonly number: number;
  readonly content: string;
  readonly videoUrl: string | null;
  readonly minutes: number;
  readonly offset: number;
  readonly isFree: boolean;
  readonly at: string;
};

export type Enrollment = {
  readonly id: string;
  readonly userId: string;
  readonly courseId: string;
  readonly at: string;
  percentage: number;
  completedAt: string | null;
};

export type Progress = {
  readonly id: string;
  readonly userId: string;
  readonly lessonId: string;
  readonly courseId: string;
  readonly status: 'not_started' | 'in_progress' | 'completed';
  readonly percentage: number;
  readonly position: number;
  readonly seconds: number;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  readonly at: string;
  readonly updatedAt: string;
};

export type Step = {
  readonly userId: string;
  readonly courseId: string;
  readonly lessonId: string | null;
  readonly kind: string;
  readonly status: string | null;
  readonly position: number | null;
  readonly seconds: number;
  readonly percentage: number | null;
  readonly at: string;
};

export type Play = {
  readonly activities: Activity[];
  readonly points: Map<string, { points: number; readonly at: string }>;
  readonly badges: Badge[];
};

export type Activity = {
  readonly id: string;
  readonly userId: string;
  readonly type: string;
  readonly source: string;
  readonly points: number;
  readonly title: string;
  readonly description: string | null;
  readonly icon: string | null;
  readonly at: string;
};

export type Badge = {
  readonly id: string;
  readonly userId: string;
  readonly badge: string;
  readonly title: string;
  readonly description: string | null;
  readonly icon: string | null;
  readonly rarity: string;
  readonly at: string;
};

/** An address in a row, and whose picture it is. */
export type Shown = { readonly address: string; readonly folder: Folder; readonly of: User | Salon };

export type Picture = {
  readonly name: string;
  readonly folder: Folder;
  readonly userId: string;
  readonly salonId: string | null;
  readonly width: number;
  readonly height: number;
};

/** By table: rows read and taken, and how many for each reason were refused or mended. */
export type Report = Map<string, { read: number; taken: number; readonly reasons: Map<string, number> }>;
