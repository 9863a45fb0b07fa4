/**
 * What the pages and the browser script must call by the same name: element ids, classes that the script looks for,
 * data attributes, events of the stream, addresses. It imports nothing, and the server imports nothing else of `client/`.
 */

/** Element ids; some of them are also fragments of addresses in letters and answers. */
export const anchors = {
  message: (id: number | string) => `message-${id}`,
  content: 'contenu',
  thread: 'fil',
  newMessages: 'nouveaux',
  newBelow: 'nouveaux-en-bas',
  notice: 'connexion',
  pinned: 'epingle',
  pauseAnnouncements: 'pause-annonces',
  typing: 'ecrit',
  present: 'presents',
  here: 'ici',
  memberCount: 'membres',
  composer: 'ecrire',
  answering: 'reponse',
  actions: 'actions',
  text: 'texte',
  textHint: 'aide-texte',
  roomLeft: 'reste',
} as const;

export const classes = {
  message: 'message',
  author: 'qui',
  words: 'texte',
  excerpt: 'extrait',
  reactions: 'reactions',
  actions: 'actions',
  day: 'jour',
  silence: 'silence',
  faults: 'fautes',
  fault: 'faute',
  flash: 'message-retour',
} as const;

/** Data attributes by their names in `dataset`, and what each says. */
export type Data = {
  /** Enhanced form: the script posts it. */
  aurora: '';
  /** Shown with the script only, without it only. */
  avecScript: '';
  sansScript: '';
  /** Text of an element that only the script shows. */
  mots: string;
  /** Id of the password field that a button reveals. */
  afficher: string;
  /** What a button copies. */
  copier: string;
  /** The thread: change number of the page, addresses of stream, reading mark and typing, id of the reader. */
  /** A number, or what stands for it until the page is sent. */
  depuis: number | string;
  flux: string;
  lecture: string;
  ecrit: string;
  moi: string;
  /** A message: its place, its author, its day in words. */
  seq: number;
  auteur: string;
  jour: string;
  /** Id of the message that a link answers; a link that stops answering. */
  repondre: number | string;
  nePlusRepondre: '';
  /** The writer in « Monique écrit… ». */
  qui: string;
  /** Salon of the draft; name of the draft that is now kept by the server. */
  brouillon: string;
  garde: string | undefined;
  /** What a keyboard's Enter does. */
  clavier: string;
  /** A video: its start button, where its place is posted, seconds watched; the choice of its speed. */
  lire: '';
  place: string | undefined;
  vu: number;
  vitesse: '';
};

const attribute = (name: keyof Data): string => `data-${name.replace(/[A-Z]/g, '-$&').toLowerCase()}`;

/** Attributes for a view: `<li {...data({ seq: 4 })}>`. */
export function data(values: Partial<Data>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [attribute(name as keyof Data), value]));
}

/** The same, read by the script. */
export const dataOf = (element?: Element | null): { readonly [Name in keyof Data]?: string } =>
  (element as HTMLElement | null | undefined)?.dataset ?? {};

/** Selector of the elements that have the attribute. */
export const having = (name: keyof Data): string => `[${attribute(name)}]`;

/** Selector of those for which it says just this. */
export const saying = (name: keyof Data, value: string): string => `[${attribute(name)}="${value}"]`;

/** Events of a salon's stream. */
export const events = ['message', 'presence', 'membres', 'ecrit', 'epingle', 'reset', 'fin'] as const;
export type EventKind = (typeof events)[number];

/** Stands for a message's id in the pattern of its menu. */
export const messageSign = 'MESSAGE';

/** A post with this header is answered by the smallest fragment that the page needs. */
export const fragmentHeader = { name: 'X-Aurora', value: 'fragment' } as const;

/** Behind the address of the reading mark: nothing was read, the page is only still there (N05). */
export const signOfLife = '?vie';
/** ms from one to the next; browsers look once a minute at the timers of a page that nobody sees, and the server waits longer. */
export const SIGN_EVERY = 40_000;

/** The table of addresses has them too, and imports nothing; a test compares the two. */
export const paths = { signIn: '/connexion', signOut: '/deconnexion', serviceWorker: '/sw.js' } as const;
