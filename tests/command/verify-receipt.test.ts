/** `npm run verify -- receipt`, run for real over files that were kept, and over files that were meddled with. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import vectors from "../vectors/receipt.json" with { type: "json" };
import { complaintOf, runVerify, temporaryFolder } from "../support/org-command.ts";

const BUSY = { timeout: 120_000 };
const { path: home, remove } = temporaryFolder();
const trust = join(home, "trust.json");
const kept = join(home, "receipt-2026-02-16.json");

beforeAll(() => writeFileSync(trust, JSON.stringify(vectors.trust)));
afterAll(() => remove());

function fileAt(at: number): string {
  const file = vectors.receipts[at]?.file;
  if (file === undefined) throw new Error("vectors: no such receipt");
  return file;
}

async function verify(file: string, ...more: readonly string[]) {
  writeFileSync(kept, file);
  return await runVerify(["receipt", kept, "--trust", trust, ...more]);
}

describe("a kept receipt", () => {
  it("is told in words: who, of which organisation, which days, in time or not", BUSY, async () => {
    expect(await verify(fileAt(0))).toEqual({
      code: 0,
      out: [
        "Signed on 2026-02-16 by First reviewer (EBESExQVFhcYGRobHB0eHw) of Example organisation, about 4OHi4-Tl5ufo6err7O3u7w.",
        "acknowledgement, due by 2026-02-23: given on 2026-02-16, in time",
        "feedback, due by 2026-05-16: given on 2026-02-16, in time",
        "",
      ].join("\n"),
      err: "",
    });
    const missed = await verify(fileAt(1));
    expect(missed.out).toMatch(/^acknowledgement, due by 2026-02-23: missed$/mu);
    expect(missed.code).toBe(0);
  });

  it("that was changed proves nothing, and the exit says so", BUSY, async () => {
    const [first, second] = [fileAt(0), fileAt(1)].map((file) => JSON.parse(file));
    const swapped = {
      ...first,
      receipt: { ...first.receipt, signature: second.receipt.signature },
    };
    expect(await verify(JSON.stringify(swapped))).toMatchObject({
      code: 1,
      out: "not-signed: It is not signed by the member it names.\n",
    });
    const cut = await verify(fileAt(0).slice(0, -9));
    expect(cut.out).toMatch(/^not-a-receipt: /u);
    expect(cut.code).toBe(1);
  });

  it("of one organisation is none of another's", BUSY, async () => {
    const elsewhere = join(home, "elsewhere.json");
    const rootKey = "zRSzf5VulTGU_3-3Oz2B3MVh1hp1OAlLfD4aZD7l86o";
    writeFileSync(elsewhere, JSON.stringify({ ...vectors.trust, rootKey }));
    writeFileSync(kept, fileAt(0));
    const { out, code } = await runVerify(["receipt", kept, "--trust", elsewhere]);
    expect(out).toMatch(/^not-delegated: /u);
    expect(code).toBe(1);
    expect(readFileSync(kept, "utf8")).toBe(fileAt(0));
  });

  it("that is not there, or not named, is one line", BUSY, async () => {
    const none = await runVerify(["receipt", join(home, "none.json"), "--trust", trust]);
    expect(complaintOf(none)).toMatch(/There is no file/u);
    expect(complaintOf(await runVerify(["receipt", "--trust", trust]))).toMatch(/takes one file/u);
    expect(complaintOf(await verify(fileAt(0), kept))).toMatch(/takes one file/u);
    const asFile = await runVerify(["receipt", trust, "--trust", kept]);
    expect(complaintOf(asFile)).toMatch(/is no trust file/u);
    expect((await runVerify(["receipt", "--help"])).out).toMatch(/Checks a receipt/u);
  });
});
