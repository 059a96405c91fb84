/**
 * Recovery by colleagues on the real server: enough of them, one too few, and whoever tries to be one, to swap a key, a
 * share or a request, or to learn who exists.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import type { InputOf, OutputOf } from "../../worker/contract/endpoints.ts";
import { PROOF_BITS_UNDER_LOAD, RECOVERY_REQUEST_DAYS } from "../../worker/contract/limits.ts";
import { JOBS } from "../../worker/jobs/index.ts";
import { keyIdOf } from "../../web/crypto/keys.ts";
import { publicPartOf, recoveryRequestKeys } from "../../web/crypto/recovery-request.ts";
import { newTrackingCode } from "../../web/crypto/tracking-code.ts";
import {
  answers,
  asks,
  chooses,
  collects,
  decisionInput,
  foundWithThreshold,
  isAtDesk,
  prepares,
  publishes,
  reads,
  seesWords,
  setUpInput,
  type Asker,
  type AtDesk,
} from "./asking.ts";
import { ask, call, challengeOn, freeProof, refused, solve, today } from "./client.ts";
import { foundServer, type FoundedServer } from "./founded.ts";
import { agePacket, renewing } from "./renewing.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

let site: FoundedServer;
let owner: AtDesk;
let second: AtDesk;
let auditor: AtDesk;
beforeAll(async () => {
  site = await foundWithThreshold(2);
  [owner, second, auditor] = [
    await isAtDesk(site, "first"),
    await isAtDesk(site, "second"),
    await isAtDesk(site, "auditor"),
  ];
  await chooses(site, owner, ["second", "auditor", "coordinator"]);
});
afterAll(() => site.server.close());

async function count(table: string): Promise<number> {
  const statement = site.server.database.prepare(`SELECT count(*) AS n FROM ${table}`);
  return (await statement.first<number>("n")) ?? 0;
}

/** As the page signs in once enough shares were put together. */
async function signInInput({ vault, handle }: Asker): Promise<InputOf<"memberSignIn">> {
  const proof = await freeProof(site.server, "member-sign-in");
  const signed = await vault.signIn({ challenge: proof.challenge, bits: 0, day: today() });
  return { proof, handle, way: "colleagues", ...signed };
}

describe("two of three colleagues", () => {
  it("let their owner in; one does not, and the server lets nobody in for less", async () => {
    const asker = await asks(site, "first");
    expect(await collects(site, asker)).toEqual({ approved: null, day: today() });
    expect(await seesWords(site, second, owner.id)).toEqual(asker.words);
    await answers(site, second, owner.id, "approved");
    const one = await collects(site, asker);
    expect(await reads(site, asker, one)).toMatchObject({
      approved: ["Second"],
      standing: "waiting",
    });
    await answers(site, auditor, owner.id, "approved");
    const both = await collects(site, asker);
    const view = await reads(site, asker, both);
    expect(view).toMatchObject({ owner: "First", threshold: 2, refused: 0, standing: "open" });
    // The keys are there; while the server counts one approval fewer, they sign nobody in.
    const input = await signInInput(asker);
    const needs = async (threshold: number): Promise<unknown> =>
      site.server.database
        .prepare("UPDATE recovery_set_ups SET threshold = ?")
        .bind(threshold)
        .run();
    await needs(3);
    await refused(site.server, "memberSignIn", input, "unauthorised");
    await needs(2);
    const answer = await call(site.server, "memberSignIn", await signInInput(asker));
    if (answer.kind !== "signed-in") throw new Error("colleagues: a second factor is asked for");
    const { member, keyring, keyringVersion, slots } = answer;
    expect(member).toBe(owner.id);
    await asker.vault.unlock({ member, keyring, keyringVersion, slots });
    const roster = await call(site.server, "roster", {});
    const { self } = await asker.vault.verifyRoster(roster, today(), "https://tern.example");
    expect(self.name).toBe("First");
  });

  it("are told no more once their owner has come back: set-up, shares, request and answers are gone", async () => {
    const asker = await asks(site, "first");
    await answers(site, second, owner.id, "approved");
    await answers(site, auditor, owner.id, "approved");
    await reads(site, asker, await collects(site, asker));
    const answer = await call(site.server, "memberSignIn", await signInInput(asker));
    if (answer.kind !== "signed-in") throw new Error("colleagues: a second factor is asked for");
    const { member, keyring, keyringVersion, slots, token } = answer;
    await asker.vault.unlock({ member, keyring, keyringVersion, slots });
    const roster = await call(site.server, "roster", {});
    await asker.vault.verifyRoster(roster, today(), "https://tern.example");
    await asker.vault.newRecoveryKey("en");
    const passphrase = "otter lantern gravel violin meadow cabin harbour";
    const replacing = await asker.vault.replacePassphrase(passphrase, [], "renewed");
    expect(replacing.slots.map(({ kind }) => kind).toSorted()).toEqual(["passphrase", "recovery"]);
    await site.server.database
      .prepare("UPDATE sessions SET logged = 1 WHERE member_id = ?")
      .bind(owner.id)
      .run();
    const audit = await owner.audit({ kind: "recovered" });
    const input = { ...replacing, because: "recovered", audit } as const;
    await call(site.server, "replacePassphrase", input, token);
    for (const table of ["set_ups", "shares", "requests", "decisions"]) {
      expect(await count(`recovery_${table}`), table).toBe(0);
    }
    expect(await seesWords(site, second, owner.id)).toBeNull();
    await refused(site.server, "memberSignOut", {}, "unauthorised", token);
    // For the tests after this one.
    const person = { ...site.person("first"), passphrase };
    owner = { ...(await renewing(site, person)), handle: "first", id: person.id };
    await chooses(site, owner, ["second", "auditor", "coordinator"]);
  });
});

describe("a server that swaps what it passes on", () => {
  const withApprovals = (
    answer: OutputOf<"collectShares">,
    change: (
      approvals: NonNullable<OutputOf<"collectShares">["approved"]>["approvals"],
    ) => NonNullable<OutputOf<"collectShares">["approved"]>["approvals"],
  ): OutputOf<"collectShares"> => {
    const { approved } = answer;
    if (approved === null) throw new Error("colleagues: nobody approved");
    return { ...answer, approved: { ...approved, approvals: change(approved.approvals) } };
  };

  it("its own key for the asker's: the six words differ, and what is approved opens for neither", async () => {
    const asker = await asks(site, "first");
    const mine = recoveryRequestKeys(newTrackingCode());
    const { key } = publicPartOf(mine);
    const { database } = site.server;
    await database.prepare("UPDATE recovery_requests SET seal_key = ?").bind(key).run();
    expect(await seesWords(site, second, owner.id)).not.toEqual(asker.words);
    // The control: a colleague who does not compare gives their share to whoever swapped the key.
    await answers(site, second, owner.id, "approved");
    await answers(site, auditor, owner.id, "approved");
    const view = await reads(site, asker, await collects(site, asker));
    expect(view).toMatchObject({ approved: [], refused: 2, standing: "waiting" });
  });

  it("shares between colleagues, one twice, or one of another request: none counts", async () => {
    const asker = await asks(site, "first");
    await answers(site, second, owner.id, "approved");
    await answers(site, auditor, owner.id, "approved");
    const honest = await collects(site, asker);
    const swapped = withApprovals(honest, ([one, other]) =>
      one === undefined || other === undefined
        ? []
        : [
            { ...one, share: other.share },
            { ...other, share: one.share },
          ],
    );
    expect(await reads(site, asker, swapped)).toMatchObject({ approved: [], refused: 2 });
    const twice = withApprovals(honest, ([one]) => (one === undefined ? [] : [one, one]));
    expect(await reads(site, asker, twice)).toMatchObject({ standing: "waiting" });
    const later = await asks(site, "first");
    expect(await reads(site, later, honest)).toMatchObject({ approved: [], refused: 2 });
    // The control: the same two, as they were given.
    expect(await reads(site, asker, honest)).toMatchObject({ refused: 0, standing: "open" });
  });

  it("shares of an earlier set-up, with it or in the place of the new ones", async () => {
    const { database } = site.server;
    const before = await database
      .prepare("SELECT * FROM recovery_shares WHERE member_id = ?")
      .bind(second.id)
      .first<{ share: string; share_key: string }>();
    await chooses(site, owner, ["second", "auditor"]);
    await asks(site, "first");
    const theirs = await database
      .prepare("SELECT share FROM recovery_shares WHERE member_id = ?")
      .bind(second.id)
      .first<string>("share");
    expect(await seesWords(site, second, owner.id)).not.toBeNull();
    const serve = async (share: string | null | undefined): Promise<void> => {
      await database
        .prepare("UPDATE recovery_shares SET share = ? WHERE member_id = ?")
        .bind(share ?? "", second.id)
        .run();
    };
    await serve(before?.share);
    expect(await seesWords(site, second, owner.id)).toBeNull();
    await serve(theirs);
    expect(await seesWords(site, second, owner.id)).not.toBeNull();
  });

  it("an earlier set-up to its owner: it is not what the keyring names", async () => {
    const { server } = site;
    const earlier = await call(server, "ownColleagues", {}, owner.token);
    expect((await owner.vault.readColleagues(earlier)).setUp).toMatchObject({ standing: "works" });
    await chooses(site, owner, ["second", "auditor", "coordinator"]);
    expect((await owner.vault.readColleagues(earlier)).setUp).toEqual({ kind: "refused" });
    const hidden = { ...earlier, setUp: null };
    expect((await owner.vault.readColleagues(hidden)).setUp).toEqual({ kind: "refused" });
  });
});

describe("whoever is no colleague of theirs, or no longer", () => {
  it("is told nothing and decides nothing", async () => {
    await asks(site, "first");
    const stranger = await isAtDesk(site, "unlisted");
    expect(await seesWords(site, stranger, owner.id)).toBeNull();
    await seesWords(site, second, owner.id);
    const theirs = await decisionInput(second, owner.id, "approved");
    await refused(site.server, "decideRecovery", theirs, "not-found", stranger.token);
    await refused(site.server, "decideRecovery", theirs, "wrong-signature", auditor.token);
  });

  it("answers once: again is a conflict, the same bytes are taken as a repeat", async () => {
    const asker = await asks(site, "first");
    await seesWords(site, second, owner.id);
    const refusal = await decisionInput(second, owner.id, "declined");
    await call(site.server, "decideRecovery", refusal, second.token);
    await call(site.server, "decideRecovery", refusal, second.token);
    const change = await decisionInput(second, owner.id, "approved");
    await refused(site.server, "decideRecovery", change, "conflict", second.token);
    await refused(
      site.server,
      "decideRecovery",
      { ...change, share: null },
      "conflict",
      second.token,
    );
    expect(await collects(site, asker)).toEqual({ approved: null, day: today() });
  });

  it("says one thing and signs another, or signs it for another request: refused", async () => {
    await asks(site, "first");
    await seesWords(site, auditor, owner.id);
    const honest = await decisionInput(auditor, owner.id, "approved");
    const bare = { ...honest, share: null };
    await refused(site.server, "decideRecovery", bare, "wrong-header", auditor.token);
    const unsaid = {
      ...honest,
      audit: await auditor.audit({ kind: "recovery-refusal", member: owner.id }),
    };
    await refused(site.server, "decideRecovery", unsaid, "wrong-audit", auditor.token);
    await asks(site, "first");
    await refused(site.server, "decideRecovery", honest, "conflict", auditor.token);
  });
});

describe("a set-up", () => {
  it("is refused without its owner's signature, for too few, oneself, strangers, or a forgotten key", async () => {
    const { server } = site;
    const input = await setUpInput(site, owner, ["second", "auditor"]);
    const { token } = owner;
    await refused(server, "setUpColleagues", input, "wrong-signature", second.token);
    const [one, other] = input.shares;
    if (one === undefined || other === undefined) throw new Error("colleagues: no shares");
    for (const shares of [[one], [other, one], [one, { ...other, member: owner.id }]]) {
      await refused(server, "setUpColleagues", { ...input, shares }, "unknown-recipient", token);
    }
    const slots = input.keyring.slots.filter(({ kind }) => kind !== "colleagues");
    const without = { ...input, keyring: { ...input.keyring, slots } };
    expect(await refused(server, "setUpColleagues", without, "wrong-type", token)).toBe(
      "keyring.slots",
    );
    await server.database
      .prepare("INSERT INTO retired_keys VALUES (?, ?)")
      .bind(second.id, one.key)
      .run();
    await refused(server, "setUpColleagues", input, "unknown-recipient", token);
    await server.database.prepare("DELETE FROM retired_keys").run();
    for (const few of [["second"], ["second", "first"], ["second", "second"]] as const) {
      const ids = few.map((handle) => site.person(handle).id);
      await expect(owner.vault.setUpColleagues(ids, today())).rejects.toThrow("recovery-invalid");
    }
  });

  it("is refused where the organisation has not turned it on, by page and server", async () => {
    const off = await foundServer();
    try {
      const member = await isAtDesk(off, "first");
      const ids = [off.person("second").id, off.person("auditor").id];
      await expect(member.vault.setUpColleagues(ids, today())).rejects.toThrow("recovery-invalid");
      await publishes(off, (roster) => ({ ...roster, recoveryThreshold: 2 }));
      await member.verify();
      const input = await setUpInput(off, member, ["second", "auditor"]);
      await publishes(off, ({ recoveryThreshold: _off, ...roster }) => roster);
      expect(await refused(off.server, "setUpColleagues", input, "conflict", member.token)).toBe(
        "setUp",
      );
    } finally {
      await off.server.close();
    }
  });

  it("is undone with its shares and its slot", async () => {
    const { server } = site;
    const keyring = await owner.vault.endColleagues();
    expect(keyring.slots.map(({ kind }) => kind)).not.toContain("colleagues");
    const audit = await owner.audit({ kind: "colleagues", change: "removed" });
    const saved = await call(server, "endColleagues", { keyring, audit }, owner.token);
    expect(await call(server, "endColleagues", { keyring, audit }, owner.token)).toEqual(saved);
    await owner.vault.keyringSaved(saved.keyringVersion);
    expect(await count("recovery_shares")).toBe(0);
    const answer = await call(server, "ownColleagues", {}, owner.token);
    expect((await owner.vault.readColleagues(answer)).setUp).toEqual({ kind: "none" });
    await chooses(site, owner, ["second", "auditor", "coordinator"]);
  });
});

describe("a request", () => {
  it("is refused by its owner, who sees its words; another's or an older one is not there", async () => {
    const { server } = site;
    const older = await asks(site, "first");
    const asker = await asks(site, "first");
    const own = await owner.vault.readColleagues(
      await call(server, "ownColleagues", {}, owner.token),
    );
    expect(own.request?.words).toEqual(asker.words);
    const { signInKey } = asker.request;
    await refused(server, "refuseRecovery", { signInKey }, "not-found", second.token);
    const old = { signInKey: older.request.signInKey };
    await refused(server, "refuseRecovery", old, "not-found", owner.token);
    await call(server, "refuseRecovery", { signInKey }, owner.token);
    expect(await seesWords(site, second, owner.id)).toBeNull();
  });

  it("ends after its days, and the sweep forgets it", async () => {
    const asker = await asks(site, "first");
    await answers(site, second, owner.id, "approved");
    const day = today() - RECOVERY_REQUEST_DAYS;
    const { database } = site.server;
    const set = async (to: number): Promise<unknown> =>
      database.prepare("UPDATE recovery_requests SET asked_day = ?").bind(to).run();
    await set(day);
    expect(await seesWords(site, auditor, owner.id)).toEqual(asker.words);
    await set(day - 1);
    expect(await seesWords(site, auditor, owner.id)).toBeNull();
    expect(await collects(site, asker)).toEqual({ approved: null, day: today() });
    const [sweep = ""] = JOBS.keys();
    expect((await site.server.runCron(sweep, new Date())).outcome).toBe("ok");
    expect([await count("recovery_requests"), await count("recovery_decisions")]).toEqual([0, 0]);
  });

  it("is answered alike for a name with colleagues, without, and of nobody", async () => {
    const { server } = site;
    const names = ["first", "second", "nobody-has-this"];
    const asked = [];
    const collected = [];
    for (const handle of names) {
      const asker = await prepares(site, handle);
      const proof = await freeProof(server, "recover");
      const response = await ask(server, "askColleagues", { proof, handle, ...asker.request });
      asked.push(`${response.status} ${await response.text()}`);
      collected.push(JSON.stringify(await collects(site, asker)));
      // Nor does somebody else's signature say more.
      const other = await prepares(site, handle);
      collected.push(JSON.stringify(await collects(site, other)));
    }
    expect(new Set(asked).size).toBe(1);
    expect(new Set(collected).size).toBe(1);
    expect(await count("recovery_requests")).toBe(1);
  });

  it("costs work each time, and one proof pays for one", async () => {
    const { server } = site;
    const { request } = await prepares(site, "first");
    const proof = solve(await challengeOn(server, "recover", { bits: 4 }), 4);
    await call(server, "askColleagues", { proof, handle: "first", ...request });
    const again = { proof, handle: "first", ...request };
    await refused(server, "askColleagues", again, "proof-used");
    const unpaid = await challengeOn(server, "recover", { bits: PROOF_BITS_UNDER_LOAD });
    const cheap = { ...again, proof: { challenge: unpaid, counter: 0 } };
    await refused(server, "askColleagues", cheap, "proof-wrong");
    const elsewhere = { ...again, proof: await freeProof(server, "member-sign-in") };
    await refused(server, "askColleagues", elsewhere, "proof-wrong");
    const { bits } = await call(server, "challenge", { action: "recover" });
    expect(bits).toBeGreaterThan(0);
  });
});

describe("a colleague's new key of the month", () => {
  it("takes their share along; the old key is kept until then, and they still bring the owner back", async () => {
    const { server } = site;
    const member = site.person("coordinator");
    await agePacket(site, member, 40);
    const coordinator = await isAtDesk(site, "coordinator");
    const old = toBase64Url(keyIdOf(member.seal.publicKey));
    await coordinator.publish();
    await coordinator.verify(2);
    const early = { key: old, keyring: await coordinator.vault.retireKey(old) };
    expect(await refused(server, "retireKey", early, "conflict", coordinator.token)).toBe("key");
    const { pieces } = await call(server, "myPieces", { key: old }, coordinator.token);
    expect(pieces.map(({ kind }) => kind)).toEqual(["recovery-share"]);
    const moved = await coordinator.vault.movePieces(old, pieces);
    await call(server, "replacePieces", moved, coordinator.token);
    await coordinator.retire(old);
    await coordinator.verify();
    const asker = await asks(site, "first");
    expect(await seesWords(site, coordinator, owner.id)).toEqual(asker.words);
    await answers(site, coordinator, owner.id, "approved");
    await answers(site, second, owner.id, "approved");
    const view = await reads(site, asker, await collects(site, asker));
    expect(view).toMatchObject({ standing: "open", refused: 0 });
  });
});

describe("a colleague who was revoked", () => {
  it("is refused by the server; an approval of theirs is refused by whoever asked; the owner is told", async () => {
    const { server } = site;
    const asker = await asks(site, "first");
    await answers(site, second, owner.id, "approved");
    await answers(site, auditor, owner.id, "approved");
    const both = await collects(site, asker);
    const before = await call(server, "roster", {});
    await publishes(site, (roster) => ({
      ...roster,
      members: roster.members.map((one) =>
        one.id === auditor.id ? { ...one, revokedDay: today() } : one,
      ),
    }));
    await refused(server, "recoveryRequests", {}, "unauthorised", auditor.token);
    const after = await reads(site, asker, both);
    expect(after).toMatchObject({ approved: ["Second"], refused: 1, standing: "waiting" });
    // The control: by the list from before, the same two were enough.
    expect(await reads(site, asker, both, before)).toMatchObject({ standing: "open" });
    await owner.verify();
    const own = await owner.vault.readColleagues(
      await call(server, "ownColleagues", {}, owner.token),
    );
    expect(own.setUp).toMatchObject({ kind: "stands", standing: "works" });
    const left = own.setUp.kind === "stands" ? own.setUp.colleagues : [];
    expect(left.filter(({ standing }) => standing === "left").map(({ name }) => name)).toEqual([
      "Auditor",
    ]);
  });

  it("a list that asks for more makes an earlier set-up good for nothing, and says so", async () => {
    const asker = await asks(site, "first");
    expect(await seesWords(site, second, owner.id)).toEqual(asker.words);
    await answers(site, second, owner.id, "approved");
    const one = await collects(site, asker);
    await publishes(site, (roster) => ({ ...roster, recoveryThreshold: 3 }));
    await second.verify();
    expect(await seesWords(site, second, owner.id)).toBeNull();
    await expect(reads(site, asker, one)).rejects.toThrow("recovery-invalid");
    await owner.verify();
    const own = await owner.vault.readColleagues(
      await call(site.server, "ownColleagues", {}, owner.token),
    );
    expect(own.setUp).toMatchObject({ standing: "weak" });
  });
});
