/** Pictures of members and salons (B01–B04): what may be sent, and under which names it is kept. */
import type { Limit } from '~/limits';

/** The folders of `/fichiers/:dossier/:nom`. */
export const FOLDERS = ['avatars', 'covers', 'salon-avatars'] as const;
export type Folder = (typeof FOLDERS)[number];

type Frame = {
  /** Bytes of the file as it is sent. */
  readonly most: number;
  /** Pixels across of what pages show, the smallest first. */
  readonly widths: readonly number[];
  /** Width by height. */
  readonly ratio: number;
};

export const MEGABYTE = 1024 * 1024;

export const FRAMES: Readonly<Record<Folder, Frame>> = {
  avatars: { most: 2 * MEGABYTE, widths: [96, 192], ratio: 1 },
  covers: { most: 5 * MEGABYTE, widths: [640, 1280], ratio: 4 },
  'salon-avatars': { most: 2 * MEGABYTE, widths: [96, 192], ratio: 1 },
};

/** In the order in which a browser gets them: the first that its Accept header names. JPEG is what all can show. */
export const FORMATS = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' } as const;
export type Format = keyof typeof FORMATS;

export function formatFor(accept: string | null): Format {
  const named = (Object.keys(FORMATS) as Format[]).find((format) => accept?.includes(FORMATS[format]));
  return named ?? 'jpg';
}

/** What the preview shows, and what « utiliser » is cut from: to nobody but who has sent it. */
export const DRAFT = 'brouillon';

/** `k3v…-96`: a picture and its width, or its draft. */
export type Asked = { readonly folder: Folder; readonly name: string; readonly width: number | typeof DRAFT };

export function parseAsked(folder: string | undefined, file: string | undefined): Asked | null {
  const [, name = '', shape = ''] = /^([0-9a-z]{25})-(\d{2,4}|brouillon)$/.exec(file ?? '') ?? [];
  const known = FOLDERS.find((each) => each === folder);
  if (!known) return null;
  if (shape === DRAFT) return { folder: known, name, width: DRAFT };
  return FRAMES[known].widths.includes(Number(shape)) ? { folder: known, name, width: Number(shape) } : null;
}

/** Where a file lies in the store. */
export const keyOf = ({ folder, name, width }: Asked, format: Format = 'jpg'): string =>
  `${folder}/${name}-${width}.${format}`;

/** Everything that is kept of a picture, its draft included. */
export function keysOf({ folder, name }: Pick<Asked, 'folder' | 'name'>): readonly string[] {
  const formats = Object.keys(FORMATS) as Format[];
  const shown = FRAMES[folder].widths.flatMap((width) =>
    formats.map((format) => keyOf({ folder, name, width }, format)),
  );
  return [...shown, keyOf({ folder, name, width: DRAFT })];
}

/** The picture that a file of the store belongs to; null: a file of nobody. */
export function pictureIn(key: string): Pick<Asked, 'folder' | 'name'> | null {
  const [, folder, name = ''] = /^([a-z-]+)\/([0-9a-z]{25})-\w+\.[a-z]+$/.exec(key) ?? [];
  const known = FOLDERS.find((each) => each === folder);
  return known ? { folder: known, name } : null;
}

/** What profiles and salons keep: the address without a width (`ui/avatar.tsx` adds it). */
export const addressOf = ({ folder, name }: Pick<Asked, 'folder' | 'name'>): string => `/fichiers/${folder}/${name}`;

export function pictureAt(address: string | null): Pick<Asked, 'folder' | 'name'> | null {
  const [, folder, name = ''] = /^\/fichiers\/([a-z-]+)\/([0-9a-z]{25})$/.exec(address ?? '') ?? [];
  const known = FOLDERS.find((each) => each === folder);
  return known ? { folder: known, name } : null;
}

/** The quota of a member: drafts and pictures of one folder replace each other, and this is how often. */
export const UPLOADS: Limit = { name: 'picture', points: 40, seconds: 24 * 3600 };

/** The two pictures of a profile, by the last part of their address. */
export const OWN_PICTURES = {
  photo: { folder: 'avatars', title: 'Ma photo' },
  couverture: { folder: 'covers', title: 'Ma couverture' },
} as const satisfies Record<string, { folder: Folder; title: string }>;
export type OwnPicture = keyof typeof OWN_PICTURES;

export const parseOwnPicture = (value: string | undefined): OwnPicture | null =>
  value !== undefined && Object.hasOwn(OWN_PICTURES, value) ? (value as OwnPicture) : null;
