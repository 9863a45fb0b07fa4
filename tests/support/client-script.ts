/** The browser script as it is shipped: bundled and minified in memory. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { smallScript } from '../../vite.config';

const root = fileURLToPath(new URL('../..', import.meta.url));

let bundled: Promise<string> | undefined;

/** Bundled once a test file. */
export const bundleClientScript = (): Promise<string> => (bundled ??= bundle());

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'silent',
    plugins: [smallScript],
    build: {
      write: false,
      minify: false,
      // Lower targets rewrite `?.` at a cost of 0.3 KB; engines that old do not run modules either way.
      target: 'es2020',
      modulePreload: { polyfill: false },
      rollupOptions: { input: `${root}/app/entry.client.ts` },
    },
  });
  if (!('output' in result)) throw new Error('one bundle expected');
  return result.output.map((file) => ('code' in file ? file.code : '')).join('\n');
}
