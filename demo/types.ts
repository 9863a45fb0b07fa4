/** What the demonstration holds: plain rows, ready to insert, every reference by id or by number. */
export type ReactionEmoji = 'coeur' | 'bravo' | 'merci' | 'sourire' | 'triste' | 'pouce';
export type Category =
  | 'jardin'
  | 'cuisine'
  | 'voyages'
  | 'lecture'
  | 'sante'
  | 'numerique'
  | 'famille'
  | 'musique'
  | 'marche'
  | 'bricolage'
  | 'jeux'
  | 'histoire'
  | 'autres';
export type Gender = 'f' | 'm';
export type ShownTo = 'tous' | 'salons' | 'moi';

export type DemoMember = {
  id: string;
  email: string;
  name: string;
  city: string;
  bio: string;
  avatarUrl: string | null;
  coverUrl: string | null;
  interests: string[];
  /** Who sees the presentation, the town and the interests. */
  shown: [ShownTo, ShownTo, ShownTo];
  /** Whether the directory has this member. */
  listed: boolean;
  appRole: 'member' | 'author' | 'moderator' | 'admin';
  subscriptionType: 'freemium' | 'premium' | 'annuel';
  joinedAt: Date;
};

export type DemoSalon = {
  id: string;
  name: string;
  description: string;
  category: Category;
  city: string | null;
  /** #RRGGBB */
  colorTheme: string;
  visibility: 'public' | 'prive';
  ownerId: string;
  shareCode: string;
  createdAt: Date;
};

export type DemoMembership = {
  salonId: string;
  userId: string;
  role: 'owner' | 'moderator' | 'member';
  joinedAt: Date;
};

export type DemoMessage = {
  salonId: string;
  userId: string;
  /** 1, 2, 3 … in each salon, in the order of time */
  seq: number;
  /** '' when deleted */
  content: string;
  /** an earlier message of the same salon */
  replyToSeq: number | null;
  createdAt: Date;
  editedAt: Date | null;
  isDeleted: boolean;
};

export type DemoReaction = {
  salonId: string;
  messageSeq: number;
  userId: string;
  emoji: ReactionEmoji;
  createdAt: Date;
};

export type DemoData = {
  members: DemoMember[];
  salons: DemoSalon[];
  memberships: DemoMembership[];
  messages: DemoMessage[];
  reactions: DemoReaction[];
};
