/**
 * The page's end of a vault. Ending it terminates the Web Worker, and every key with it: on lock, sign-out
 * and quick exit nothing stays behind in a heap we could read.
 */
import * as Comlink from "comlink";
import type { DeskVault, ReporterVault } from "./interface.ts";
import { carryFailureCodes } from "./link.ts";
import { vaultUrl, type VaultName } from "./vault-url.ts";

carryFailureCodes();

export interface OpenVault<Vault> {
  readonly vault: Comlink.Remote<Vault>;
  /** Terminates the worker. Calls still under way never settle. */
  end(): void;
}

function openVault<Vault>(name: VaultName): OpenVault<Vault> {
  const worker = new Worker(vaultUrl(name), { type: "module", name: "vault" });
  return {
    vault: Comlink.wrap<Vault>(worker),
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
