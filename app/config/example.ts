/** `.env.example`: every setting of the start, with the words of the operator's manual. */
import { settingNames } from '~/config';

/** Who starts the process sets it, not a file. */
const NOT_IN_A_FILE = ['NODE_ENV'];

/**
 * @param manual docs/operating.md, whose table has one row for one or more settings
 * @throws Error: a setting has no row
 */
export function envExample(manual: string): string {
  const rows = [...manual.matchAll(/^\| (`[A-Z][^|]*) \| ([^|]*) \| ([^|]*) \|$/gm)].map(
    ([, names = '', normal = '', words = '']) => ({
      names: [...names.matchAll(/`([A-Z0-9_]+)`/g)].map(([, name = '']) => name),
      about: [`Without it: ${plain(normal)}.`, plain(words)].filter((line) => !/^(Without it: )?\.?$/.test(line)),
    }),
  );
  const wanted = settingNames().filter((name) => !NOT_IN_A_FILE.includes(name));
  const missing = wanted.filter((name) => !rows.some(({ names }) => names.includes(name)));
  if (missing.length > 0) throw new Error(`docs/operating.md says nothing of ${missing.join(', ')}`);
  const parts = rows
    .map(({ names, about }) => ({ about, names: names.filter((name) => wanted.includes(name)) }))
    .filter(({ names }) => names.length > 0)
    .map(({ names, about }) => [...about.map((line) => `# ${line}`), ...names.map((name) => `# ${name}=`)].join('\n'));
  return `# Written by « npm run env:example » from docs/operating.md. Copy it to .env and take away the sign before a name.\n\n${parts.join('\n\n')}\n`;
}

const plain = (markdown: string) => markdown.replaceAll('`', '').replace(/\s+/g, ' ').trim();
