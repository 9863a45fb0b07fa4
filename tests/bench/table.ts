/** The bench's one table, plain text that is also Markdown. */
export type Row = {
  readonly what: string;
  readonly ours: string;
  /** The same work without us, from the same run; empty where nothing else does this work. */
  readonly floor?: string;
  readonly ratio?: string;
  /** What the issue asks. */
  readonly goal?: string;
};

export function table(rows: readonly Row[]): string {
  const cells = [
    ['measure', 'ours', 'floor or peer', 'ratio', 'goal'],
    ...rows.map((row) => [row.what, row.ours, row.floor ?? '', row.ratio ?? '', row.goal ?? '']),
  ];
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const line = (texts: readonly string[]) =>
    `| ${texts.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  const [head = [], ...body] = cells;
  return [line(head), rule, ...body.map(line)].join('\n');
}

export const whole = (value: number) => Math.round(value).toLocaleString('en-US');
export const ms = (value: number) => `${value.toFixed(1)} ms`;
export const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
export const megabytes = (bytes: number) => `${whole(bytes / 2 ** 20)} MB`;
export const ratio = (ours: number, floor: number) => `${(ours / floor).toFixed(2)}×`;
