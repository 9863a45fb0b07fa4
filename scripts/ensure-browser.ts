/** A Chromium for the browser tests: Playwright's, the machine's, or one that is installed now. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../db/project-root';
import { findChromium, findShell } from '../tests/support/browser';

export function ensureBrowser(): void {
  if (findChromium()) return preferShell();
  const playwright = path.join(projectRoot(), 'node_modules/.bin/playwright');
  const attempts: readonly (readonly [string, readonly string[]])[] = [
    [playwright, ['install', '--with-deps', 'chromium']],
    [playwright, ['install', 'chromium']],
    ['apt-get', ['update', '-q']],
    ['apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']],
  ];
  for (const [program, args] of attempts) {
    process.stdout.write(`Looking for a browser: ${path.basename(program)} ${args.join(' ')}\n`);
    spawnSync(program, args, { stdio: 'inherit', timeout: 5 * 60_000 });
    if (findChromium()) return;
  }
  process.stderr.write(
    'No Chromium was found or could be installed. Install one, or run: npx playwright install chromium\n',
  );
  process.exit(1);
}

/**
 * Where Debian's own Chromium is, the one without windows costs half the work; without it the tests are slower, and pass.
 */
function preferShell(): void {
  const isDebian = existsSync('/usr/lib/chromium') && existsSync('/usr/bin/apt-get');
  if (findShell() || !isDebian || process.getuid?.() !== 0) return;
  process.stdout.write('Looking for a quicker browser: chromium-headless-shell\n');
  const args = ['install', '-y', '-q', '--no-install-recommends', 'chromium-headless-shell'];
  spawnSync('apt-get', args, { stdio: 'ignore', timeout: 90_000 });
}
