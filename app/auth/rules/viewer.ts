/** Who is asking, resolved once a request. */
export type Viewer = {
  readonly id: string;
  readonly name: string;
  readonly avatarUrl: string | null;
  readonly appRole: 'member' | 'author' | 'moderator' | 'admin';
  /** A05: an unconfirmed member reads and browses, and does not post. */
  readonly confirmed: boolean;
  /** 1 to 4 (U03). */
  readonly textSize: number;
  readonly theme: Theme | null;
  /** SHA-256 of the session's secret: names the session, opens nothing. */
  readonly sessionId: string;
  /** G06: a password, a mailed code or another sign-in method of her own was used in this session within a quarter of an hour. */
  readonly proven: boolean;
  /** Her account is of its first days (K04, `newcomers.ts`). */
  readonly isNew: boolean;
  /** The team has closed her account for a while: her session opens one page, which says so (`http.ts`). */
  readonly suspended: boolean;
  /** N03: what she wants to be seen as; null while what she does decides. */
  readonly chosenStatus: Status | null;
  /** F21: when that ends by itself; null: when she says so. */
  readonly chosenUntil: Date | null;
  /** S08: her last payment has failed, and until then everything stays open; null: nothing is late. */
  readonly lateUntil: Date | null;
  /** Notices that wait for her, counted from their rows up to a hundred (C-09). */
  readonly unreadNotices: number;
};

/** The four states (N01); their words are in `presence/rules.ts`. */
export type Status = 'online' | 'away' | 'busy' | 'offline';
export type Theme = 'clair' | 'sombre' | 'contraste';
