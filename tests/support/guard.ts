/** Ends a database of the tests whose run was killed and could not do it. */
import { spawn } from 'node:child_process';

/** Reads a pipe that the run holds open by being alive; then the database ends at once, and its files go. */
const LAST_WORDS = 'cat; kill -QUIT "$(head -n 1 "$1/postgres/postmaster.pid")"; rm -rf "$1"';

/** @returns to be called when the database has been stopped in order */
export function guard(dataDir: string): () => void {
  if (process.platform === 'win32') return () => {};
  const child = spawn('sh', ['-c', LAST_WORDS, 'sh', dataDir], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  child.unref();
  (child.stdin as unknown as { unref: () => void }).unref();
  return () => void child.kill('SIGKILL');
}
