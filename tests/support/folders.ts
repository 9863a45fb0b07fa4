import { chmodSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder for one test, that the database's user can reach; swept at its end with what was put elsewhere for it. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'aurora50-test-'));
  chmodSync(folder, 0o755);
  onTestFinished(() => {
    for (const place of placesOutside(folder)) rmSync(place, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

function placesOutside(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isSymbolicLink() && entry.name === 'postgres')
    .map((entry) => dirname(readlinkSync(join(entry.parentPath, entry.name))));
}
