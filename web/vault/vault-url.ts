/**
 * The page's one Trusted Types policy. It turns exactly three constant URLs, the vaults' own, into script URLs;
 * anything else throws.
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
export type VaultName = keyof typeof VAULT_URLS;

const rules: ScriptUrlPolicy = {
  createScriptURL(url) {
    const known: readonly string[] = Object.values(VAULT_URLS);
    if (!known.includes(url)) throw new VaultFailure("internal");
    return url;
  },
};

let policy: ScriptUrlPolicy | undefined;

export function vaultUrl(name: VaultName): string {
  policy ??= window.trustedTypes?.createPolicy(TRUSTED_TYPES_POLICY, rules) ?? rules;
  return policy.createScriptURL(VAULT_URLS[name]);
}
