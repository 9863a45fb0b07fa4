declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalbazaar/vc-bitstring-status-list' {
  type Loaded = { contextUrl: null; documentUrl: string; document: object };
  export function checkStatus(options: {
    credential: object;
    documentLoader: (url: string) => Promise<Loaded>;
    verifyBitstringStatusListCredential: boolean;
  }): Promise<{ verified: boolean; results: readonly { status: boolean }[]; error?: unknown }>;
}
/** Of its own types only what we call: the rest names a wallet that is not installed. */
declare module '@learncard/didkit-plugin' {
  type Wallet = { context: { resolveDocument: (url: string) => Promise<object | undefined> } };
  type Verdict = { checks: readonly string[]; warnings: readonly string[]; errors: readonly string[] };
  export type DIDKit = {
    methods: { verifyCredential: (wallet: Wallet, credential: object, options: object) => Promise<Verdict> };
  };
  export function getDidKitPlugin(program: Uint8Array): Promise<DIDKit>;
}
