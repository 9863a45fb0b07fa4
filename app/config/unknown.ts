/** Settings that nobody reads: a letter too few, and the site starts with what nobody chose. */

/** Names of ours begin so, and nobody else's do; GITHUB_ and GOOGLE_ are also what builders and clouds set. */
const OURS = /^(BACKUP|BREVO|EDITEUR|STRIPE|SMTP|DEMO|S3)_/;

/**
 * One line for each name that is probably a mistake: anything unknown in `.env`; of the environment, which is full of
 * other programs' names, what is close to a name of ours or begins like one.
 */
export function unknownSettings(env: readonly string[], file: readonly string[], known: readonly string[]): string[] {
  const suspects = new Set([...file, ...env.filter((name) => OURS.test(name) || nearest(name, known))]);
  return [...suspects]
    .filter((name) => !known.includes(name))
    .map((name) => {
      const meant = nearest(name, known);
      return `Réglage inconnu, sans effet : ${name}${meant ? ` (peut-être ${meant} ?)` : ''}.`;
    });
}

function nearest(name: string, known: readonly string[]): string | undefined {
  const allowed = name.length > 5 ? 2 : 1;
  return known
    .map((candidate) => ({ candidate, steps: stepsBetween(name.toUpperCase(), candidate) }))
    .filter(({ steps }) => steps <= allowed)
    .sort((a, b) => a.steps - b.steps)[0]?.candidate;
}

/** Letters added, left out, changed or swapped with their neighbour (Damerau–Levenshtein, optimal string alignment). */
function stepsBetween(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= a.length; row += 1) {
    const steps = [row];
    rows.push(steps);
    for (let column = 1; column <= b.length; column += 1) {
      const changed = a[row - 1] === b[column - 1] ? 0 : 1;
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      steps.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + changed,
          swapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(a.length, b.length);
}
