/** Inviting and joining at the server: what it takes, what it refuses, and that a link is good once or never. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newSigningSeed, verifyKeyOf } from "../../web/crypto/keys.ts";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import { NO_SIGN_IN_KEY } from "../../worker/contract/invitation.ts";
import { ask, call, challengeOn, freeProof, refused, today } from "./client.ts";
import {
  entryBy,
  foundServer,
  makeInvitation,
  makeJoiner,
  ORIGIN,
  signInAs,
  type FoundedServer,
  type Sent,
} from "./founded.ts";
import { randomText } from "./sealed-bytes.ts";

let site: FoundedServer;
let coordinator: string;
beforeAll(async () => {
  site = await foundServer();
  coordinator = await site.token("coordinator");
});
afterAll(() => site.server.close());

/** With the entry that belongs to it. */
async function logged(input: Sent["input"]) {
  const audit = await entryBy(site.server, site.person("coordinator"), { kind: "invitation" });
  return { ...input, audit };
}

async function sent(change: Parameters<typeof makeInvitation>[1] = {}): Promise<Sent> {
  const invitation = makeInvitation(site.person("coordinator"), change);
  await call(site.server, "invite", await logged(invitation.input), coordinator);
  return invitation;
}

async function readInput({ locator }: Pick<Sent, "locator">) {
  return { proof: await freeProof(site.server, "join"), locator };
}

async function acceptInput(invitation: Sent, change: Parameters<typeof makeJoiner>[1] = {}) {
  const { joining } = makeJoiner(invitation, change);
  return { ...(await readInput(invitation)), joining };
}

/** As the sweep will find it one day. */
async function expire({ locatorHash }: Sent): Promise<void> {
  await site.server.database
    .prepare("UPDATE invitations SET expires_day = ? WHERE locator_hash = ?")
    .bind(today() - 1, locatorHash)
    .run();
}

async function listed({ input }: Sent) {
  const { invitations } = await call(site.server, "invitations", {}, coordinator);
  return invitations.find(({ invitation }) => invitation.signature === input.invitation.signature);
}

describe("an invitation", () => {
  it("is taken from the coordinator who signed it, again if it is sent again, and listed", async () => {
    const invitation = await sent();
    expect(await listed(invitation)).toEqual({ ...invitation.input, joined: null });
    await call(site.server, "invite", await logged(invitation.input), coordinator);
  });

  it("is refused when somebody else signed it, or it names somebody else as inviter", async () => {
    const self = site.person("coordinator");
    const other = site.person("unlisted");
    for (const { input } of [
      makeInvitation(self, {}, newSigningSeed()),
      makeInvitation(self, {}, other.signing),
      makeInvitation(other, {}, self.signing),
      makeInvitation(self, { origin: "https://other.example" }),
    ]) {
      const field = await refused(
        site.server,
        "invite",
        await logged(input),
        "wrong-signature",
        coordinator,
      );
      expect(field).toBe("invitation");
    }
  });

  it("is refused past its day or too far ahead", async () => {
    for (const expiresDay of [today() - 1, today() + 31]) {
      const { input } = makeInvitation(site.person("coordinator"), { expiresDay });
      await refused(site.server, "invite", await logged(input), "wrong-day", coordinator);
    }
  });

  it("is refused for a sign-in name that is somebody's, or promised to somebody", async () => {
    const promised = await sent();
    for (const handle of ["first", promised.statement.handle]) {
      const { input } = makeInvitation(site.person("coordinator"), { handle });
      const field = await refused(
        site.server,
        "invite",
        await logged(input),
        "handle-taken",
        coordinator,
      );
      expect(field).toBe("invitation.handle");
    }
    await expire(promised);
    await sent({ handle: promised.statement.handle });
  });

  it("is refused under another's locator or id", async () => {
    const first = await sent();
    for (const change of [
      { locatorHash: first.locatorHash },
      { memberId: first.statement.memberId },
      { memberId: site.person("first").id },
    ]) {
      const { input } = makeInvitation(site.person("coordinator"), change);
      await refused(site.server, "invite", await logged(input), "conflict", coordinator);
    }
  });

  it("is refused when what was signed is no invitation", async () => {
    const { input } = makeInvitation(site.person("coordinator"));
    const statement = toBase64Url(new TextEncoder().encode("{}"));
    const changed = { ...input, invitation: { ...input.invitation, statement } };
    await refused(site.server, "invite", await logged(changed), "wrong-signature", coordinator);
  });

  it("can be cancelled once", async () => {
    const { locatorHash } = await sent();
    await call(site.server, "cancelInvitation", { locatorHash }, coordinator);
    await refused(site.server, "cancelInvitation", { locatorHash }, "not-found", coordinator);
  });
});

describe("a link", () => {
  it("hands over the signed invitation as often as it is asked, and takes one answer", async () => {
    const invitation = await sent();
    const input = await readInput(invitation);
    for (const time of ["once", "again"]) {
      expect(await call(site.server, "readInvitation", input), time).toEqual({
        invitation: invitation.input.invitation,
        keyring: null,
      });
    }
    const { joining } = makeJoiner(invitation);
    // The proof that paid for reading pays for the answer too.
    await call(site.server, "acceptInvitation", { ...input, joining });
    expect((await listed(invitation))?.joined).toEqual({ day: today(), joining });
    // Nobody is a member by that.
    const handle = invitation.statement.handle;
    const proof = await freeProof(site.server, "member-sign-in");
    const attempt = { proof, handle, way: "passphrase", signature: randomText(64) };
    await refused(site.server, "memberSignIn", attempt, "unauthorised");
    const { members } = await site.server.database
      .prepare("SELECT count(*) AS members FROM members WHERE handle = ?")
      .bind(handle)
      .first<{ members: number }>()
      .then((row) => row ?? { members: -1 });
    expect(members).toBe(0);
  });

  it("answers the same joining sent again, and no other", async () => {
    const invitation = await sent();
    const input = await acceptInput(invitation);
    await call(site.server, "acceptInvitation", input);
    await call(site.server, "acceptInvitation", input);
    await refused(site.server, "acceptInvitation", await acceptInput(invitation), "not-found");
    expect((await listed(invitation))?.joined?.joining).toEqual(input.joining);
  });

  it("that is unknown, used, cancelled or expired gets one answer, reading and joining", async () => {
    const used = await sent();
    await call(site.server, "acceptInvitation", await acceptInput(used));
    const cancelled = await sent();
    const { locatorHash } = cancelled;
    await call(site.server, "cancelInvitation", { locatorHash }, coordinator);
    const expired = await sent();
    await expire(expired);
    const unknown = makeInvitation(site.person("coordinator"));
    const answers = [];
    for (const invitation of [unknown, used, cancelled, expired]) {
      for (const name of ["readInvitation", "acceptInvitation"] as const) {
        const input =
          name === "readInvitation" ? await readInput(invitation) : await acceptInput(invitation);
        const response = await ask(site.server, name, input);
        answers.push({
          status: response.status,
          headers: [...response.headers].filter(([header]) => header !== "date"),
          body: await response.text(),
        });
      }
    }
    expect(answers[0]).toMatchObject({ status: 404, body: '{"error":"not-found"}' });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it("is asked for with a proof of work meant for joining, which pays once", async () => {
    const invitation = await sent();
    const now = Math.floor(Date.now() / 1_000);
    for (const [code, challenge] of [
      ["proof-wrong", await challengeOn(site.server, "member-sign-in")],
      ["proof-wrong", await challengeOn(site.server, "join", { bits: 20 })],
      ["proof-expired", await challengeOn(site.server, "join", { nowSeconds: now - 5 * 3_600 })],
    ] as const) {
      const proof = { challenge, counter: 0 };
      const { locator } = invitation;
      await refused(site.server, "readInvitation", { proof, locator }, code);
      const { joining } = makeJoiner(invitation);
      await refused(site.server, "acceptInvitation", { proof, locator, joining }, code);
    }
    const { challenge, bits } = await call(site.server, "challenge", { action: "join" });
    expect(bits).toBeGreaterThan(0);
    expect(challenge).not.toBe("");
    const first = await acceptInput(invitation);
    await call(site.server, "acceptInvitation", first);
    const another = await sent();
    const again = { ...(await acceptInput(another)), proof: first.proof };
    await refused(site.server, "acceptInvitation", again, "proof-used");
  });

  it("takes no packet that is not the joiner's own", async () => {
    const invitation = await sent();
    const stranger = makeJoiner(makeInvitation(site.person("coordinator")));
    const foreign = makeJoiner(invitation);
    for (const packet of [stranger.joining.packet, foreign.joining.packet]) {
      const input = await acceptInput(invitation, { packet });
      const field = await refused(site.server, "acceptInvitation", input, "wrong-signature");
      expect(field).toBe("joining.packet");
    }
    // Of the right key, for another member.
    const { signing } = foreign;
    const other = makeJoiner(makeInvitation(site.person("coordinator")));
    const input = await acceptInput(invitation, {
      key: toBase64Url(verifyKeyOf(signing)),
      packet: other.joining.packet,
    });
    await refused(site.server, "acceptInvitation", input, "wrong-signature");
  });

  it("is stored so that the database joins nobody", async () => {
    const invitation = await sent();
    const { results } = await site.server.database.prepare("SELECT * FROM invitations").all();
    const stored = JSON.stringify(results);
    expect(stored).toContain(invitation.locatorHash);
    expect(stored).not.toContain(invitation.locator);
    expect(stored).not.toContain(toBase64Url(invitation.keys.key));
    const locator = invitation.locatorHash.slice(0, 21) + "A";
    await refused(site.server, "readInvitation", await readInput({ locator }), "not-found");
  });

  it("is forgotten by the sweep 30 days after its last day, not before", async () => {
    const [kept, swept] = [await sent(), await sent()];
    const change = site.server.database.prepare(
      "UPDATE invitations SET expires_day = ? WHERE locator_hash = ?",
    );
    await change.bind(today() - 30, kept.locatorHash).run();
    await change.bind(today() - 31, swept.locatorHash).run();
    await site.server.runCron("17 3 * * *", new Date());
    expect(await listed(kept)).toBeDefined();
    expect(await listed(swept)).toBeUndefined();
  });
});

describe("a founding coordinator's link", () => {
  async function waiting() {
    const self = site.person("unlisted");
    const before = await site.server.database
      .prepare("SELECT sign_in_key, salt, keyring FROM members WHERE member_id = ?")
      .bind(self.id)
      .first<{ sign_in_key: string; salt: string; keyring: string }>();
    if (before === null) throw new Error("nobody there");
    const invitation = makeInvitation(self, { memberId: self.id, handle: self.handle });
    const { statement, signature } = invitation.input.invitation;
    await site.server.database.batch([
      site.server.database
        .prepare("UPDATE members SET sign_in_key = ? WHERE member_id = ?")
        .bind(NO_SIGN_IN_KEY, self.id),
      site.server.database
        .prepare(
          `INSERT INTO invitations (locator_hash, member_id, invited_by, handle, statement, signature, kept, expires_day)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .bind(
          invitation.locatorHash,
          self.id,
          self.id,
          self.handle,
          statement,
          signature,
          invitation.input.kept,
          today() + 7,
        ),
    ]);
    return { self, before, invitation };
  }

  it("hands over their keyring and puts their own sign-in key in its place, once", async () => {
    const { self, before, invitation } = await waiting();
    await expect(signInAs(site.server, self)).rejects.toThrow();
    const input = await readInput(invitation);
    const read = await call(site.server, "readInvitation", input);
    expect(read.keyring).toBe(before.keyring);
    const key = toBase64Url(verifyKeyOf(self.signing));
    const packet = site.founded.published.packets.find(({ member }) => member === self.id)?.packet;
    const accepted = {
      ...makeJoiner(invitation).joining,
      key,
      ...(packet === undefined ? {} : { packet }),
      signInKey: before.sign_in_key,
      parameters: self.parameters,
    };
    await call(site.server, "acceptInvitation", { ...input, joining: accepted });
    await signInAs(site.server, self);
    await refused(site.server, "readInvitation", await readInput(invitation), "not-found");
  });

  it("takes nobody with another key, and nobody where somebody is already", async () => {
    const { self, before, invitation } = await waiting();
    const input = await acceptInput(invitation);
    const field = await refused(site.server, "acceptInvitation", input, "wrong-signature");
    expect(field).toBe("joining.key");
    await site.server.database
      .prepare("UPDATE members SET sign_in_key = ? WHERE member_id = ?")
      .bind(before.sign_in_key, self.id)
      .run();
    const read = await call(site.server, "readInvitation", await readInput(invitation));
    expect(read.keyring).toBeNull();
    // Joining now is only a joining, which somebody would have to confirm, and nobody can: the id is taken.
    await call(site.server, "acceptInvitation", await acceptInput(invitation));
    await signInAs(site.server, self);
  });
});

it("an origin of these tests is the server's", () => {
  expect(site.server.origin).toBe(ORIGIN);
});
