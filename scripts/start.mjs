/** `npm start`: a build if there is none, then the server. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, currentBuild } from './build.mjs';
import { calledWith } from './options.mjs';

calledWith({
  does: 'Sert le site ; les réglages sont des variables d’environnement ou un fichier .env (docs/operating.md).',
  usage: 'Usage : npm start',
});

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Aurora50 demande Node 20.19 ou plus récent ; celui-ci est ${process.versions.node}.\n`);
  process.exit(1);
}

const SIGNALS = ['SIGINT', 'SIGTERM'];
/** Until the server listens to signals itself, there is nothing to close. */
const leave = () => process.exit(0);
for (const signal of SIGNALS) process.on(signal, leave);

const folder = currentBuild() ?? (await build().catch(refused));
process.env.NODE_ENV ??= 'production';
await import(pathToFileURL(path.join(folder, 'server/index.js')).href);
for (const signal of SIGNALS) process.off(signal, leave);

/** Whoever may only read the sources cannot build them either; what else goes wrong is for their author to read. */
function refused(error) {
  if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
  process.stderr.write(
    'Le site n’est pas construit, et ce compte ne peut pas écrire ici. Lancez « npm run build » avec un compte qui le peut.\n',
  );
  process.exit(1);
}
