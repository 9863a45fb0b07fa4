import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { minify } from 'terser';
import { defineConfig, type Plugin } from 'vite';

/**
 * The server build starts at `app/server.ts`, which imports Remix's build: routes, hub and pool are one module graph
 * and one process, without a second copy of anything. Remix sets its own entry, so ours is set after it.
 */
const ownServer: Plugin = {
  name: 'aurora50:own-server',
  enforce: 'post',
  config: (_config, { isSsrBuild }) =>
    isSsrBuild ? { build: { rollupOptions: { input: 'app/server.ts', output: { entryFileNames: 'index.js' } } } } : {},
};

/**
 * Remix also builds every page for hydration. Nothing is hydrated here, so those modules are empty: the build is quicker,
 * and the browser script shares no part with them that would become a second file.
 */
const noHydration: Plugin = {
  name: 'aurora50:no-hydration',
  enforce: 'post',
  transform: (_code, id) => (id.endsWith('?__remix-build-client-route') ? 'export default null' : null),
};

/**
 * Names of properties that only idiomorph and sse.js use, among themselves and in what we pass to them. A short name in their
 * place makes the script 0.3 KB smaller. A name that the browser, the server or a page's data attribute knows has no place here.
 */
const LIBRARY_NAMES = [
  '(before|after)(Node|Attribute|Head)\\w+|should(Preserve|ReAppend|Remove)|callbacks|morphStyle|restoreFocus|ignoreActive(Value)?',
  'activeElementAndParents|persistentIds|idMap|pantry|newContent|(template|head|input|option|textArea)Element',
  'normalizeElement|normalizeParent|originalNode|realParentNode|__idiomorphRoot',
  '_(on|mark|set|parse|has)[A-Z]\\w+|autoReconnect|reconnect(Delay|Timer)|maxRetries|retryCount|useLastEventId|payload',
  'FIELD_SEPARATOR|INITIALIZING|CONNECTING|CLOSED',
];

/**
 * Functions of idiomorph and sse.js that nothing here calls: morphing whole documents and text, reading headers. Each is left
 * empty, or with what stands beside its name, and the script is 0.8 KB smaller. A build stops when one is not found any more.
 */
const UNUSED: Readonly<Record<string, string>> = {
  'function handleHeadElement(': '',
  'function withHeadBlocking(': 'return callback(ctx);',
  'function parseContent(': '',
  'this.removeEventListener = ': '',
  'this._onReadyStateChange = ': '',
};

function withoutUnused(code: string): string {
  return Object.entries(UNUSED).reduce((left, [name, instead]) => {
    const start = left.indexOf(name);
    const indent = / *$/.exec(left.slice(0, start))?.[0] ?? '';
    const [open, end] = [left.indexOf(') {\n', start), left.indexOf(`\n${indent}}`, start)];
    if (start < 0 || open < 0 || end < open) throw new Error(`${name} is not in the browser script`);
    return `${left.slice(0, open)}) {${instead}${left.slice(end)}`;
  }, code);
}

/** Only the one script that a browser loads is made small: what Remix builds beside it is thrown away (`scripts/build.mjs`). */
export const smallScript: Plugin = {
  name: 'aurora50:small-script',
  renderChunk: {
    // After Vite's own translation, which would print it in full again.
    order: 'post',
    async handler(code, { name }) {
      if (name !== 'entry.client') return null;
      // What the libraries would tell a developer stays out too.
      const compress = { passes: 2, pure_getters: true, pure_funcs: ['console.debug', 'console.warn'] };
      const mangle = { properties: { regex: new RegExp(`^(${LIBRARY_NAMES.join('|')})$`) } };
      const silent = withoutUnused(code).replace(/throw `[^`]*`/g, 'throw 0');
      const small = await minify(silent, { module: true, ecma: 2020, compress, mangle });
      return { code: small.code ?? code, map: null };
    },
  },
};

export default defineConfig({
  plugins: [
    tailwindcss(),
    remix({
      buildDirectory: process.env.AURORA_BUILD ?? 'build',
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
    ownServer,
    noHydration,
    smallScript,
  ],
  resolve: { alias: { '~': fileURLToPath(new URL('./app', import.meta.url)) } },
  build: { target: 'es2020', minify: false, cssMinify: true, assetsInlineLimit: 0, reportCompressedSize: false },
  // idiomorph and friends run in the browser only; everything else stays in node_modules on the server.
  // The parts of letters come as one package with a style compiler and a colourist in it: built in, only what is used
  // stays (docs/decisions/017).
  ssr: { target: 'node', noExternal: [/^@react-email\/(?!render$)/] },
});
