import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PASSKEYS_EACH, TICKET_SECONDS } from "../../worker/contract/limits.ts";
import { issueTicket } from "../../worker/domain/ticket.ts";
import { readConfig } from "../../worker/env.ts";
import { startServer, TEST_SECRET, type Server } from "../support/server.ts";
import { SoftwarePasskey, type Ceremony } from "../support/software-passkey.ts";
import { call, refused, today } from "./client.ts";
import {
  addMember,
  auditEntry,
  letIn,
  passphraseSignIn,
  publishRoster,
  signInAlone,
  type TestMember,
} from "./people.ts";
import { randomText } from "./sealed-bytes.ts";

const NAMED = "https://tern.example";
const MIRROR = "https://mirror.example";

const desk = randomText(16);

let server: Server;
beforeAll(async () => {
  server = await startServer({ vars: { ORIGIN: NAMED, OTHER_ORIGINS: MIRROR } });
});
afterAll(() => server.close());

/** Everybody so far: only whom the newest roster lists can sign what they do. */
const everybody: string[] = [];

async function listed(handle: string): Promise<TestMember> {
  const member = await addMember(server, handle);
  everybody.push(member.id);
  const version = everybody.length;
  await publishRoster(server, desk, everybody, { version, expiresDay: today() + 30 });
  return member;
}

async function entryOf(who: TestMember, token: string, change: "added" | "removed" = "added") {
  return auditEntry(server, who, { kind: "second-factor", change }, token);
}

interface Holder {
  readonly member: TestMember;
  readonly passkey: SoftwarePasskey;
}

/** Adds a passkey in a session of its own. */
async function addTo(member: TestMember, passkey: SoftwarePasskey, origin = NAMED): Promise<void> {
  const { token } = await signInAlone(server, member);
  const { ticket } = await call(server, "passkeyTicket", {}, token);
  const creation = passkey.create({ ticket, origin });
  const audit = await entryOf(member, token);
  await call(server, "addPasskey", { ticket, creation, audit }, token);
  await call(server, "memberSignOut", {}, token);
}

async function holder(handle: string, origin = NAMED): Promise<Holder> {
  const member = await listed(handle);
  const passkey = new SoftwarePasskey();
  await addTo(member, passkey, origin);
  return { member, passkey };
}

async function ticketFor(member: TestMember): Promise<string> {
  const answer = await passphraseSignIn(server, member);
  if (answer.kind !== "second-factor") throw new Error("no second factor is asked for");
  return answer.ticket;
}

const proofOf = (passkey: SoftwarePasskey, ceremony: Ceremony) =>
  ({ kind: "passkey", assertion: passkey.assert(ceremony) }) as const;

async function isRefused(ticket: string, proof: ReturnType<typeof proofOf>): Promise<void> {
  await refused(server, "memberSecondFactor", { ticket, proof }, "unauthorised");
}

describe("a passkey", () => {
  it("signs in on the page it was made on, and is listed with host and day", async () => {
    const { member, passkey } = await holder("ordinary");
    const answer = await passphraseSignIn(server, member);
    expect(answer).toMatchObject({
      kind: "second-factor",
      passkeys: [{ id: passkey.id, host: "tern.example" }],
      totp: false,
    });
    const ticket = await ticketFor(member);
    const proof = proofOf(passkey, { ticket, origin: NAMED });
    const { token, secondFactor } = await call(server, "memberSecondFactor", { ticket, proof });
    await letIn(server, member);
    expect(secondFactor).toBe("passkey");
    const shown = await call(server, "secondFactors", {}, token);
    const [only, ...others] = shown.passkeys;
    expect(others).toEqual([]);
    expect(only).toMatchObject({ id: passkey.id, host: "tern.example", addedDay: today() });
  });

  it("signs in on another listed page, and no page answers for another's", async () => {
    const { member, passkey } = await holder("mirrored", MIRROR);
    const ticket = await ticketFor(member);
    await isRefused(ticket, proofOf(passkey, { ticket, origin: NAMED }));
    const next = await ticketFor(member);
    const proof = proofOf(passkey, { ticket: next, origin: MIRROR });
    await call(server, "memberSecondFactor", { ticket: next, proof });
  });

  it("answers one ticket once: not again, not for another, not too late", async () => {
    const { member, passkey } = await holder("replayed");
    const used = await ticketFor(member);
    const proof = proofOf(passkey, { ticket: used, origin: NAMED });
    await call(server, "memberSecondFactor", { ticket: used, proof });
    await isRefused(used, proof);
    await isRefused(await ticketFor(member), proof);
    const { keys } = await readConfig({ SERVER_SECRET: TEST_SECRET, ORIGIN: NAMED });
    const before = Math.floor(Date.now() / 1_000) - TICKET_SECONDS - 1;
    const late = await issueTicket(keys.ticket, member.id, before);
    await isRefused(late, proofOf(passkey, { ticket: late, origin: NAMED }));
  });

  it("of another member signs nobody else in", async () => {
    const victim = await holder("victim");
    const thief = await holder("thief");
    const ticket = await ticketFor(victim.member);
    await isRefused(ticket, proofOf(thief.passkey, { ticket, origin: NAMED }));
    const next = await ticketFor(victim.member);
    const forged = thief.passkey.assert({ ticket: next, origin: NAMED });
    const assertion = { ...forged, id: victim.passkey.id };
    await isRefused(next, { kind: "passkey", assertion });
    const theirs = await ticketFor(thief.member);
    await isRefused(theirs, proofOf(victim.passkey, { ticket: theirs, origin: NAMED }));
  });

  it("used on a page that is not ours, or by a device that was told another host, is refused", async () => {
    const { member, passkey } = await holder("phished");
    for (const lie of [{ origin: "https://tern.example.evil" }, { origin: NAMED, host: "evil" }]) {
      const ticket = await ticketFor(member);
      await isRefused(ticket, proofOf(passkey, { ticket, ...lie }));
    }
  });

  it("that counts must count on: a copy that is behind is refused", async () => {
    const { member, passkey } = await holder("cloned");
    const ticket = await ticketFor(member);
    const proof = proofOf(passkey, { ticket, origin: NAMED, counter: 7 });
    await call(server, "memberSecondFactor", { ticket, proof });
    for (const counter of [7, 3, 0]) {
      const next = await ticketFor(member);
      await isRefused(next, proofOf(passkey, { ticket: next, origin: NAMED, counter }));
    }
    const last = await ticketFor(member);
    const ahead = proofOf(passkey, { ticket: last, origin: NAMED, counter: 8 });
    await call(server, "memberSecondFactor", { ticket: last, proof: ahead });
  });
});

describe("adding a passkey", () => {
  it("takes a ticket of one's own, for that, once", async () => {
    const who = await listed("adding");
    const { token } = await signInAlone(server, who);
    const audit = await entryOf(who, token);
    const other = await signInAlone(server, await listed("lending"));
    const { ticket: lent } = await call(server, "passkeyTicket", {}, other.token);
    const passkey = new SoftwarePasskey();
    const creation = passkey.create({ ticket: lent, origin: NAMED });
    const borrowed = { ticket: lent, creation, audit };
    await refused(server, "addPasskey", borrowed, "second-factor-wrong", token);
    const { ticket } = await call(server, "passkeyTicket", {}, token);
    const elsewhere = passkey.create({ ticket, origin: "https://evil.example" });
    const wrong = { ticket, creation: elsewhere, audit };
    await refused(server, "addPasskey", wrong, "second-factor-wrong", token);
    const mixed = { ticket, creation, audit };
    await refused(server, "addPasskey", mixed, "second-factor-wrong", token);
    const right = { ticket, creation: passkey.create({ ticket, origin: NAMED }), audit };
    await call(server, "addPasskey", right, token);
    const again = { ...right, audit: await entryOf(who, token) };
    await refused(server, "addPasskey", again, "second-factor-wrong", token);
  });

  it("takes no passkey that somebody has already, and so many each", async () => {
    const { passkey } = await holder("first-owner");
    const who = await listed("collector");
    const { token } = await signInAlone(server, who);
    const add = async (added: SoftwarePasskey) => {
      const { ticket } = await call(server, "passkeyTicket", {}, token);
      const audit = await entryOf(who, token);
      return { ticket, creation: added.create({ ticket, origin: NAMED }), audit };
    };
    await refused(server, "addPasskey", await add(passkey), "second-factor-wrong", token);
    for (let at = 0; at < PASSKEYS_EACH; at += 1) {
      await call(server, "addPasskey", await add(new SoftwarePasskey()), token);
    }
    await refused(server, "addPasskey", await add(new SoftwarePasskey()), "conflict", token);
  });

  it("is undone by its owner and nobody else", async () => {
    const { member, passkey } = await holder("careless");
    const ticket = await ticketFor(member);
    const proof = proofOf(passkey, { ticket, origin: NAMED });
    const { token } = await call(server, "memberSecondFactor", { ticket, proof });
    await letIn(server, member);
    const audit = await entryOf(member, token, "removed");
    const mine = { factor: { kind: "passkey", id: passkey.id }, audit } as const;
    await call(server, "removeSecondFactor", mine, token);
    await refused(server, "removeSecondFactor", mine, "not-found", token);
    const stranger = await holder("untouched");
    const theirs = { factor: { kind: "passkey", id: stranger.passkey.id }, audit } as const;
    await refused(server, "removeSecondFactor", theirs, "not-found", token);
  });
});
