/**
 * The page's end of a vault. Ending it terminates the Web Worker, and every key with it: on lock, sign-out
 * and quick exit nothing stays behind in a heap we could read.
 */
import * as Comlink from "comlink";
import { VaultFailure } from "./failure.ts";
import type { DeskVault, ReporterVault } from "./interface.ts";
import type { JoiningVault } from "./joining.ts";
import { carryFailureCodes } from "./link.ts";
import { vaultUrl, type VaultName } from "./vault-url.ts";

carryFailureCodes();

/** Moves the bytes with the call they go with: the page has none of them left. */
export function handOver(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return Comlink.transfer(bytes, [bytes.buffer]);
}

export interface OpenVault<Vault> {
  readonly vault: Comlink.Remote<Vault>;
  /** Never resolves; rejects with `no-crypto` when the worker's own script does not load. */
  readonly broken: Promise<never>;
  /** Terminates the worker. Calls still under way never settle. */
  end(): void;
}

function openVault<Vault>(name: VaultName): OpenVault<Vault> {
  const worker = new Worker(vaultUrl(name), { type: "module", name: "vault" });
  const broken = new Promise<never>((_resolve, reject) => {
    worker.addEventListener("error", () => {
      reject(new VaultFailure("no-crypto"));
    });
  });
  // Whoever waits for it hears of it; nobody has to.
  broken.catch(() => undefined);
  return {
    vault: Comlink.wrap<Vault>(worker),
    broken,
    end: () => {
      worker.terminate();
    },
  };
}

export function openReporterVault(): OpenVault<ReporterVault> {
  return openVault("reporter");
}

export function openDeskVault(): OpenVault<DeskVault> {
  return openVault("desk");
}

export function openJoiningVault(): OpenVault<JoiningVault> {
  return openVault("joining");
}
