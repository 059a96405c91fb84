/** Having the server keep a keyring that remembers more than the one it has. */
import { ApiFailure } from "../api/failure.ts";
import type { DeskVault } from "../vault/interface.ts";
import { call } from "./call.ts";

/** @throws ApiFailure */
export async function saveKeyring(
  vault: DeskVault,
  token: string,
  keyring: Awaited<ReturnType<DeskVault["verifyRoster"]>>["keyring"],
): Promise<void> {
  if (keyring === null) return;
  try {
    const { keyringVersion } = await call("saveKeyring", keyring, { token });
    await vault.keyringSaved(keyringVersion);
  } catch (thrown) {
    // The same member, signed in elsewhere, has just saved theirs: it remembers as much.
    if (!(thrown instanceof ApiFailure) || thrown.code !== "conflict") throw thrown;
  }
}
