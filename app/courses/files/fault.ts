/** One thing in a course's files that is not as expected, for whoever wrote them. */
export type FileFault = {
  /** Below `db/courses`. */
  readonly file: string;
  /** Counted from 1; null where the whole file is meant. */
  readonly line: number | null;
  /** What is expected, in plain French. */
  readonly expected: string;
};

/** All faults of all files at once; nothing has been loaded. */
export class CourseFault extends Error {
  override readonly name = 'CourseFault';
  constructor(readonly faults: readonly FileFault[]) {
    const lines = faults.map(({ file, line, expected }) => `  - ${file}${line ? `, ligne ${line}` : ''} : ${expected}`);
    super(`Ces cours ne peuvent pas être chargés ; rien n’a été changé.\n${lines.join('\n')}`);
  }
}
