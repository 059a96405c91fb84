/** Saved views against a server that keeps them: what it changes, swaps or brings back is refused. */
import * as fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { SAVED_VIEWS_BYTES, SEAL_OVERHEAD_BYTES } from "../../worker/contract/limits.ts";
import type { SavedViews, ViewsSave } from "../../worker/contract/saved-views.ts";
import type { DeskVault } from "../../web/vault/desk-vault.ts";
import { withOneByteFlipped } from "../crypto/arbitraries.ts";
import { foundOrganisation, type Organisation } from "../support/organisation.ts";
import { desk, unlockedDesk } from "./signing-in.ts";

let organisation: Organisation;
beforeAll(async () => {
  organisation = await foundOrganisation();
});

const INVALID = { code: "views-invalid" };

function stored({ replacesVersion, sealed }: ViewsSave): SavedViews {
  return { version: replacesVersion + 1, sealed };
}

/** Seals, and reads back what the server would then hold. */
async function saved(vault: DeskVault, text: string): Promise<SavedViews> {
  const views = stored(await vault.sealViews(text));
  expect(await vault.openViews(views)).toBe(text);
  return views;
}

it("open again in any browser of the member, whatever they say, and all have one size", async () => {
  const text = fc.string({ unit: "grapheme", maxLength: 400 });
  await fc.assert(
    fc.asyncProperty(text, async (views) => {
      const sealed = await saved(await unlockedDesk(organisation, "first"), views.toWellFormed());
      expect(fromBase64Url(sealed.sealed).length).toBe(SAVED_VIEWS_BYTES + SEAL_OVERHEAD_BYTES);
      const elsewhere = await unlockedDesk(organisation, "first");
      expect(await elsewhere.openViews(sealed)).toBe(views.toWellFormed());
    }),
    { numRuns: 3 },
  );
});

it("outlive a new passphrase and the next month’s key", async () => {
  const vault = await desk(organisation, "first");
  const views = await saved(vault, "kept");
  const { keyring } = await vault.newKey();
  await vault.keyringSaved(keyring.replacesVersion + 1);
  const changed = await vault.replacePassphrase(await vault.proposePassphrase([]), [], "kept");
  await vault.keyringSaved(changed.replacesVersion + 1);
  expect(await vault.openViews(views)).toBe("kept");
});

it("of a colleague, of another version, or with any byte changed do not open", async () => {
  const vault = await unlockedDesk(organisation, "first");
  const views = await saved(vault, "mine");
  const colleague = await unlockedDesk(organisation, "second");
  await expect(colleague.openViews(views)).rejects.toMatchObject(INVALID);
  const elsewhere = await unlockedDesk(organisation, "first");
  await expect(elsewhere.openViews({ ...views, version: 2 })).rejects.toMatchObject(INVALID);
  let tried = 0;
  for (const changed of withOneByteFlipped(fromBase64Url(views.sealed).subarray(0, 64))) {
    const rest = fromBase64Url(views.sealed).subarray(64);
    const whole = new Uint8Array([...changed, ...rest]);
    const lie = { ...views, sealed: toBase64Url(whole) };
    await expect(elsewhere.openViews(lie)).rejects.toMatchObject(INVALID);
    tried += 1;
  }
  expect(tried).toBeGreaterThan(10);
  expect(await elsewhere.openViews(views)).toBe("mine");
});

it("that were replaced are not believed again in that session, nor that there are none", async () => {
  const vault = await unlockedDesk(organisation, "first");
  const first = await saved(vault, "first");
  const second = await saved(vault, "second");
  await expect(vault.openViews(first)).rejects.toMatchObject(INVALID);
  await expect(vault.openViews(null)).rejects.toMatchObject(INVALID);
  expect(await vault.openViews(second)).toBe("second");
  // The control: a browser that has seen neither believes the older. The protocol says so.
  const newcomer = await unlockedDesk(organisation, "first");
  expect(await newcomer.openViews(first)).toBe("first");
});

it("that do not fit their size are refused before they are sent", async () => {
  const vault = await unlockedDesk(organisation, "first");
  await expect(vault.sealViews("x".repeat(SAVED_VIEWS_BYTES))).rejects.toMatchObject({
    code: "text-too-long",
  });
});
