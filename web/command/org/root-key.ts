/** The root key out of its file, for as long as one signature takes. */
import { toBase64Url } from "../../../worker/contract/bytes.ts";
import type { Trust } from "../../../worker/contract/roster.ts";
import type { SigningSeed } from "../../crypto/keys.ts";
import { openRootFile, readRootFile, type RootFile } from "../../crypto/root-file.ts";
import { CryptoError } from "../../crypto/suite.ts";
import { Complaint } from "./command.ts";
import { readBytes } from "./files.ts";

/** @throws Complaint when it is no root file, or the root key of another organisation. */
export function rootFileOf(path: string, trust: Trust): RootFile {
  const file = readRootFile(readBytes(path));
  if (file === null) throw new Complaint(`${path} is no root file.`);
  if (toBase64Url(file.rootKey) !== trust.rootKey) {
    throw new Complaint(`${path} holds another root key than the trust file pins.`);
  }
  return file;
}

/** @throws Complaint when the passphrase does not open it. */
export function openRootKey(file: RootFile, passphrase: string): SigningSeed {
  try {
    return openRootFile(file, passphrase);
  } catch (thrown) {
    if (!(thrown instanceof CryptoError) || thrown.code !== "passphrase-wrong") throw thrown;
    throw new Complaint("The passphrase does not open the root file, or the file was changed.", {
      cause: thrown,
    });
  }
}
