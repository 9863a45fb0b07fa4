/**
 * The long files first, so that no worker is still busy with one when the other has nothing left; and one project after
 * the other, because a worker is kept only while files of its project follow.
 */
import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Seconds on two quiet cores, where a file differs much from others of its kind. Only the order hangs on them. */
const SECONDS: Readonly<Record<string, number>> = {
  'e2e/accessibility-members': 70,
  'e2e/accessibility': 60,
  'e2e/journeys/courses': 60,
  'e2e/journeys/evening': 45,
  'e2e/journeys/survive': 50,
  'e2e/letters': 40,
  'mailer/kills': 37,
  'database/embedded': 35,
  'e2e/themes': 12,
  'http/bad-input': 27,
  'database/migrate': 20,
  'http/sign-up': 22,
  'http/authors': 21,
  'mailer/delivery': 21,
  'realtime/presence': 19,
  'faults/start-up': 30,
  'faults/waits': 25,
  'faults/stream-rights': 22,
};
const USUAL: Readonly<Record<string, number>> = { e2e: 20, faults: 8, http: 6, realtime: 4, database: 3, mailer: 3 };

export function secondsOf(file: string): number {
  const name = file.replace(/^tests\//, '').replace(/\.test\.tsx?$/, '');
  return SECONDS[name] ?? USUAL[name.split('/')[0] ?? ''] ?? 1;
}

/** The dearest project first: its files are the longest ones. */
const PROJECTS = ['e2e', 'http', 'database', 'unit'];
const placeOf = (project: string) => PROJECTS.indexOf(project);

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const costOf = ({ moduleId }: TestSpecification) =>
      secondsOf(path.relative(this.ctx.config.root, moduleId).split(path.sep).join('/'));
    return [...files].sort(
      (one, other) => placeOf(one.project.name) - placeOf(other.project.name) || costOf(other) - costOf(one),
    );
  }
}
