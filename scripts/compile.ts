/** The commands as plain JavaScript, for whoever has no sources of them, or no time to read those anew. */
import path from 'node:path';
import { build } from 'vite';
import { projectRoot } from '../db/project-root';

/** @param files from the project's folder, without `.ts`; each becomes `<into>/<file's name>.js` */
export function compile(files: readonly string[], into: string): Promise<unknown> {
  const root = projectRoot();
  const input = Object.fromEntries(files.map((file) => [path.basename(file), path.join(root, `${file}.ts`)]));
  return build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '~': path.join(root, 'app') } },
    ssr: { target: 'node', noExternal: [/^@react-email\/(?!render$)/] },
    build: { ssr: true, target: 'node20', outDir: into, copyPublicDir: false, rollupOptions: { input } },
  });
}
