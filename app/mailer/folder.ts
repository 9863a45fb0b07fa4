/** Without a key of Brevo's, letters become files that any mail program opens. */
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { MailConfig } from '~/config/mail';
import { messageId, mimeOf } from './mime';
import type { Outcome, Parcel, Post } from './rules';

type Options = { readonly folder: string; readonly from: MailConfig['from']; readonly replyTo: string | null };

/** `<folder>/<time>-<letter>-<id>.eml`, in the order in which they were asked for. The same letter is the same file. */
export function folderPost({ folder, from, replyTo }: Options): Post {
  return {
    async send(parcel): Promise<Outcome> {
      try {
        const bytes = await mimeOf(parcel, from, replyTo);
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeWhole(path.join(folder, nameOf(parcel)), bytes);
        return { is: 'sent', messageId: messageId(parcel, from) };
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        return { is: 'later', reason: `dossier ${code ?? 'illisible'}`, seconds: null, shut: 'away' };
      }
    },
  };
}

/** P02: every letter to this address that lies in the folder. Without a folder there is none. */
export async function forgetLetters(folder: string, email: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.endsWith('.eml')) continue;
    const file = path.join(folder, name);
    const text = await readFile(file, 'utf8').catch(() => '');
    const to = /^To: ((?:.|\r?\n[ \t])*)/m.exec(text)?.[1]?.toLowerCase() ?? '';
    if (to.includes(email.toLowerCase())) await rm(file, { force: true });
  }
}

function nameOf({ createdAt, template, id }: Parcel): string {
  return `${createdAt.toISOString().replaceAll(':', '-').replace('.', '-')}-${template}-${id}.eml`;
}

/** Links and codes are in it: for the owner's eyes. Whoever looks into the folder sees whole letters only. */
async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`);
  try {
    const handle = await open(temporary, 'w', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
