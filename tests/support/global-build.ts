/** The built server, current before the first test that starts it. */
export async function setup(): Promise<void> {
  // @ts-expect-error plain JavaScript, so that `npm ci` can run it before anything is built
  const { build, currentBuild } = await import('../../scripts/build.mjs');
  if (!currentBuild()) await build();
}
