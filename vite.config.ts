import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
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
  ],
  resolve: { alias: { '~': fileURLToPath(new URL('./app', import.meta.url)) } },
  build: { target: 'es2020', assetsInlineLimit: 0, reportCompressedSize: false },
  // idiomorph and friends run in the browser only; everything else stays in node_modules on the server.
  // The parts of letters come as one package with a style compiler and a colourist in it: built in, only what is used
  // stays (docs/decisions/017).
  ssr: { target: 'node', noExternal: [/^@react-email\/(?!render$)/] },
});
