/** Remix's own build, as the Vite plugin makes it. */
declare module 'virtual:remix/server-build' {
  export const assets: import('@remix-run/node').ServerBuild['assets'];
}
