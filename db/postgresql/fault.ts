export type FaultReason = 'busy' | 'folder' | 'disk-full' | 'user' | 'binaries' | 'version' | 'init' | 'start';

/** What stops the embedded database. The message is one plain French sentence, followed by the last lines of the log when there are any. */
export class EmbeddedFault extends Error {
  override readonly name = 'EmbeddedFault';

  constructor(
    readonly reason: FaultReason,
    sentence: string,
    readonly log = '',
  ) {
    super(log ? `${sentence}\n${log}` : sentence);
  }
}

/** The same fault in plain words: errors of the file system are told by their code, anything else goes through. */
export function asFault(error: unknown, folder: string): unknown {
  if (error instanceof EmbeddedFault || !(error instanceof Error)) return error;
  const { code, path } = error as NodeJS.ErrnoException;
  const place = path ?? folder;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    // What mkdir says of a missing folder on a read-only disk.
    case 'ENOENT':
      return new EmbeddedFault(
        'folder',
        `Impossible de lire ou d’écrire dans « ${place} ». Donnez-vous ce droit, ou choisissez un autre dossier avec DATA_DIR.`,
      );
    case 'ENOTDIR':
    case 'EEXIST':
      return new EmbeddedFault(
        'folder',
        `« ${place} » n’est pas un dossier. Choisissez un autre dossier avec DATA_DIR.`,
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(folder);
    default:
      return error;
  }
}

export function diskFull(folder: string, log = ''): EmbeddedFault {
  return new EmbeddedFault(
    'disk-full',
    `Il n’y a plus de place sur le disque de « ${folder} ». Libérez de la place puis relancez ; rien n’est perdu.`,
    log,
  );
}
