import { EmbeddedFault, startEmbedded } from '../../db/embedded';

/** A process of its own that holds the embedded database: prints what came of the start, then waits to be ended. */
const [, , dataDir = '', then = 'wait'] = process.argv;
try {
  const { url } = await startEmbedded({ dataDir, fast: true });
  console.log(JSON.stringify({ url }));
  if (then === 'exit') process.exit(0);
  process.stdin.resume();
} catch (error) {
  if (!(error instanceof EmbeddedFault)) throw error;
  console.log(JSON.stringify({ reason: error.reason, message: error.message }));
}
