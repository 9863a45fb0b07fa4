/**
 * Pictures of the former site from a folder: those that a profile or a salon shows, and no other. Each is judged and made
 * anew as one that is sent (B04): nothing of the old file is kept, its metadata neither.
 */
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { judgePicture, keepPicture } from '~/files/commands/brought';
import type { Files } from '~/files/commands/draft';
import { addressOf, FRAMES, keysOf } from '~/files/rules/picture';
import type { Refusal } from '~/files/rules/refusal';
import { ImportFault } from './reading';
import { lineOf, note } from './report';
import type { Plan, Shown } from './types';

const REPORT = 'photos';
const WHY: Readonly<Record<Refusal['why'], string>> = {
  nothing: 'fichier absent',
  heic: 'format HEIC',
  other: 'ni JPEG, ni PNG, ni WebP',
  broken: 'fichier abîmé',
  small: 'trop petite',
  often: 'non gardée',
  away: 'non gardée',
  heavy: 'trop lourde',
  wide: 'trop de points',
};

/**
 * @param folder null: none was given, and pictures are to be sent again
 * @param keeps false: judged only, and nothing is written
 */
export async function bringPictures(
  plan: Plan,
  folder: string | null,
  files: Pick<Files, 'store' | 'workshop'>,
  keeps: boolean,
): Promise<void> {
  const base = folder === null ? null : await folderOf(folder);
  const used = new Set<string>();
  for (const shown of plan.shown) {
    lineOf(plan.report, REPORT).read += 1;
    const refusal = base ? await bring(plan, shown, { base, files, keeps, used }) : 'photo à envoyer de nouveau';
    if (refusal) note(plan.report, REPORT, refusal);
    else lineOf(plan.report, REPORT).taken += 1;
  }
  if (!base) return;
  const others = (await filesIn(base)).filter((file) => !used.has(file)).length;
  if (others > 0) note(plan.report, REPORT, 'fichiers que personne ne montre : laissés', others);
}

/** What an import that failed has written. */
export async function forgetPictures({ pictures }: Plan, { store }: Pick<Files, 'store'>): Promise<void> {
  await store.remove(pictures.flatMap(keysOf));
}

type Bench = {
  readonly base: string;
  readonly files: Pick<Files, 'store' | 'workshop'>;
  readonly keeps: boolean;
  readonly used: Set<string>;
};

async function bring(plan: Plan, { address, folder, of }: Shown, { base, files, keeps, used }: Bench) {
  const place = await placeOf(base, address);
  if (!place) return /^https?:/.test(address) && !named(address) ? 'photo d’un autre site' : WHY.nothing;
  used.add(place);
  const { size } = await stat(place);
  if (size > FRAMES[folder].most) return WHY.heavy;
  // Named before its files are written: an import that dies on the way knows what to remove.
  const judged = await judgePicture(files, place);
  if ('why' in judged) return WHY[judged.why];
  const isSalon = 'ownerId' in of;
  const row = { name: judged.name, folder, width: judged.width, height: judged.height };
  plan.pictures.push({ ...row, userId: isSalon ? of.ownerId : of.id, salonId: isSalon ? of.id : null });
  if (keeps) await keepPicture(files, folder, judged);
  if (!isSalon && folder === 'covers') of.coverUrl = addressOf(row);
  else of.avatarUrl = addressOf(row);
  return null;
}

/** `…/storage/v1/object/public/avatars/ab/c.png?t=1` or `avatars/ab/c.png` → `avatars/ab/c.png` */
function named(address: string): string | null {
  const [, bucket, rest = ''] = /(?:^|\/)(avatars|covers|salon-avatars)\/([^?#]+)/.exec(address) ?? [];
  try {
    return bucket ? `${bucket}/${decodeURIComponent(rest)}` : null;
  } catch {
    return null;
  }
}

/** Null: there is none, or it leads out of the folder. */
async function placeOf(base: string, address: string): Promise<string | null> {
  const name = named(address);
  if (!name || name.includes('\0')) return null;
  const place = await realpath(path.join(base, name)).catch(() => null);
  if (!place?.startsWith(`${base}${path.sep}`)) return null;
  return (await stat(place)).isFile() ? place : null;
}

async function folderOf(folder: string): Promise<string> {
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw new ImportFault(`« ${folder} » n’est pas un dossier de photos.`);
  return realpath(folder);
}

async function filesIn(base: string): Promise<string[]> {
  const all = await readdir(base, { recursive: true, withFileTypes: true });
  return all.filter((each) => each.isFile()).map((each) => path.join(each.parentPath, each.name));
}
