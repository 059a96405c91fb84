export declare function digestBytes(
  preimage: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>>;
export declare function digest(preimage: Uint8Array<ArrayBuffer>): Promise<string>;
