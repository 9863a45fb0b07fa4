/** What the process says to whoever starts it: the greeting, what goes into the journal, and why it could not start. */
import { type Config, ConfigFault } from '~/config';
import { CourseFault } from '~/courses/files/fault';
import { DEMO_EMAILS, DEMO_PASSWORD } from '~/http/demo-accounts';
import { asFault, EmbeddedFault } from '../../db/embedded';
import { MigrationFault } from '../../db/migrate';
import { ProcessFault } from './readiness';

/** @param standIn where payments are tried out */
export function greet(config: Config, ms: number, standIn?: string): void {
  const lines = [`Aurora50 est prêt en ${(ms / 1_000).toFixed(1)} s : ${config.origin}`];
  if (config.demo) {
    lines.push(
      '',
      `Comptes de démonstration (mot de passe ${DEMO_PASSWORD}) :`,
      ...DEMO_EMAILS.map((email) => `  ${email}`),
    );
  }
  if (standIn) lines.push('', `Paiements d’essai, sans argent : ${standIn} (carte 4242 4242 4242 4242)`);
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
}

/** Errors in the journal: what and where, never the values of a statement. */
export function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const code = 'code' in error ? error.code : undefined;
  return { name, message, code, stack, ...(cause instanceof Error ? { cause: cause.message } : {}) };
}

/** What stops a start, in plain words, with nothing of ours to read. */
export function faultInWords(fault: unknown): string {
  // A folder that may not be written is told as one, whoever met it first; ports and sockets are refused with the same codes.
  const error = isOf(fault, ['listen', 'connect']) ? fault : asFault(fault, '');
  if (
    error instanceof ConfigFault ||
    error instanceof CourseFault ||
    error instanceof EmbeddedFault ||
    error instanceof MigrationFault
  )
    return error.message;
  if (error instanceof ProcessFault) return `Un processus n’a pas pu servir : ${error.message}.`;
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'EADDRINUSE') {
      return 'Ce port est déjà pris par un autre programme. Arrêtez-le, ou choisissez un autre port : PORT=3001 npm start';
    }
    if (error.code === 'EACCES')
      return 'Ce port est réservé. Choisissez un port au-dessus de 1024 : PORT=3000 npm start';
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
      return 'HOST : cette adresse n’est pas celle de cette machine. Laissez HOST vide pour 127.0.0.1.';
    }
  }
  const { message, cause } = error as Error;
  return `La base de données ne répond pas comme prévu. Vérifiez DATABASE_URL.\n${cause instanceof Error ? cause.message : message}`;
}

const isOf = (error: unknown, calls: readonly string[]): boolean =>
  error instanceof Error && 'syscall' in error && calls.includes(String(error.syscall));
