/** The globals every runtime of the protocol has and the ES library alone does not declare. */
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: Uint8Array): string;
}
declare const crypto: { getRandomValues(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> };
declare const WebAssembly: undefined | { instantiate(bytes: Uint8Array): Promise<unknown> };

/** The CJS build, whose JavaScript fallback runs where WebAssembly does not; the page's build supplies it. */
declare module "libsodium-wrappers-fallback" {
  import type sodium from "libsodium-wrappers";
  const build: typeof sodium;
  export default build;
}
