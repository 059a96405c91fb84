/**
 * The page's one Trusted Types policy. It turns exactly four constant URLs into script URLs, the vaults' own and that
 * of what shows a member's messages; anything else throws.
 */
import { TRUSTED_TYPES_POLICY } from "../../worker/contract/headers.ts";
import { VaultFailure } from "./failure.ts";
import deskUrl from "./desk-worker.ts?worker&url";
import joiningUrl from "./joining-worker.ts?worker&url";
import reporterUrl from "./reporter-worker.ts?worker&url";

interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy;
}

declare global {
  interface Window {
    /** Absent in browsers without Trusted Types. */
    readonly trustedTypes?: TrustedTypes;
  }
}

const VAULT_URLS = { reporter: reporterUrl, desk: deskUrl, joining: joiningUrl } as const;
/** Of one name for good: what a browser has registered looks there for a newer one. */
const PUSH_WORKER_URL = "/push.js";
export type VaultName = keyof typeof VAULT_URLS;

const rules: ScriptUrlPolicy = {
  createScriptURL(url) {
    const known: readonly string[] = [...Object.values(VAULT_URLS), PUSH_WORKER_URL];
    if (!known.includes(url)) throw new VaultFailure("internal");
    return url;
  },
};

let policy: ScriptUrlPolicy | undefined;

function scriptUrl(url: string): string {
  policy ??= window.trustedTypes?.createPolicy(TRUSTED_TYPES_POLICY, rules) ?? rules;
  return policy.createScriptURL(url);
}

export function vaultUrl(name: VaultName): string {
  return scriptUrl(VAULT_URLS[name]);
}

export function pushWorkerUrl(): string {
  return scriptUrl(PUSH_WORKER_URL);
}
