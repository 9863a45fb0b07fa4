/**
 * The long files first, so that no worker is still busy with one when the other has nothing left; and one project after
 * the other, because a worker is kept only while files of its project follow.
 */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Seconds on two quiet cores, where a file differs much from others of its kind. Only the order hangs on them. */
const SECONDS: Readonly<Record<string, number>> = {
  'e2e/accessibility-members': 100,
  'e2e/accessibility': 60,
  'e2e/journeys/evening': 40,
  'e2e/journeys/survive': 45,
  'e2e/journeys/invitation': 41,
  'e2e/journeys/salons': 30,
  'e2e/journeys/courses': 30,
  'e2e/themes': 25,
  'database/backup': 60,
  'database/migrate': 43,
  'mailer/kills': 38,
  'database/embedded': 27,
  'database/course-files': 29,
  'mailer/delivery': 25,
  'database/erasure': 23,
  'database/seeds': 23,
  'realtime/presence': 20,
  'database/export': 15,
  'database/import': 14,
  'database/watch': 15,
  'faults/start-up': 45,
  'faults/waits': 27,
  'faults/stream-rights': 23,
  'faults/commands': 18,
  'faults/stream-database': 15,
  'faults/release': 14,
  'faults/command-options': 12,
  'http/addresses': 17,
  'http/every-page': 17,
  'http/stripe-order': 13,
  'http/other-sign-in': 12,
  'http/bad-input': 12,
  'http/courses-closed': 11,
  'http/presence': 10,
};
const USUAL: Readonly<Record<string, number>> = { e2e: 18, faults: 6, http: 4, realtime: 5, database: 4, mailer: 2 };

export function secondsOf(file: string): number {
  const name = file.replace(/^tests\//, '').replace(/\.test\.tsx?$/, '');
  return SECONDS[name] ?? USUAL[name.split('/')[0] ?? ''] ?? 1;
}

/** The dearest project first: its files are the longest ones. */
const PROJECTS = ['e2e', 'http', 'database', 'unit'];
const placeOf = (project: string) => PROJECTS.indexOf(project);

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root, sequence } = this.ctx.config;
    const costOf = ({ moduleId }: TestSpecification) =>
      secondsOf(path.relative(root, moduleId).split(path.sep).join('/'));
    const lot = ({ moduleId }: TestSpecification) =>
      createHash('md5').update(`${sequence.seed} ${moduleId}`).digest().readUInt32BE();
    // What files leave to each other must not hang on their order: others are tried by `--sequence.seed`.
    const rank = process.argv.includes('--sequence.shuffle.files') ? lot : costOf;
    return [...files].sort(
      (one, other) => placeOf(one.project.name) - placeOf(other.project.name) || rank(other) - rank(one),
    );
  }
}
