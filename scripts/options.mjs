/**
 * What follows the name of a command, for all of `scripts/`: `--help` and a slip of the pen are answered in words, before
 * anything is done. Plain JavaScript: `start.mjs` reads it before anything is built.
 */
import { parseArgs } from 'node:util';

/**
 * Ends the process with 0 after `--help`, and with 1 after what this command does not know.
 * @param {{ does: string, usage: string, options?: Record<string, { type: 'string' | 'boolean' }>, words?: number, passesOn?: boolean }} command
 *   `does`, `usage`: what the reader is told; `words`: how many may follow that are no option; `passesOn`: all but
 *   `--help` is for another program
 * @returns {{ values: Record<string, string | boolean | undefined>, words: string[] }}
 */
export function calledWith(command, given = process.argv.slice(2)) {
  const end = given.indexOf('--');
  if (given.slice(0, end < 0 ? given.length : end).some((word) => word === '--help' || word === '-h')) {
    process.stdout.write(`${command.does}\n${command.usage}\n`);
    process.exit(0);
  }
  if (command.passesOn) return { values: {}, words: given };
  const { values, positionals, tokens } = parseArgs({
    args: given,
    options: command.options ?? {},
    strict: false,
    tokens: true,
  });
  const fault = tokens.map((token) => faultOf(token, command)).find(Boolean);
  if (fault) refuse(command, fault);
  if (positionals.length > (command.words ?? 0)) refuse(command, `« ${positionals.at(-1)} » est de trop.`);
  return { values, words: positionals };
}

/** @returns {never} */
export function refuse(/** @type {{ usage: string }} */ { usage }, /** @type {string} */ fault) {
  process.stderr.write(`${fault}\n${usage}\n`);
  process.exit(1);
}

function faultOf(token, { options = {} }) {
  if (token.kind !== 'option') return null;
  const known = options[token.name];
  if (!known) return `« ${token.rawName} » n’est pas une option de cette commande.`;
  if (known.type === 'boolean')
    return token.value === undefined ? null : `« ${token.rawName} » ne prend pas de valeur.`;
  const isGiven = token.value && (token.inlineValue || !token.value.startsWith('-'));
  return isGiven ? null : `« ${token.rawName} » demande une valeur.`;
}
