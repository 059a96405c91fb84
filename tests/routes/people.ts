/**
 * An organisation and its people as the server knows them: rows, handles and sign-in keys. Nobody here can
 * read anything; the real organisation, which can, is founded by web/command.
 */
import { createHash, randomBytes } from "node:crypto";
import {
  auditText,
  type AuditAct,
  type AuditHead,
  type AuditStatement,
  type SignedAudit,
} from "../../worker/contract/audit.ts";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { InputOf, OutputOf } from "../../worker/contract/endpoints.ts";
import {
  HASH_BYTES,
  ID_BYTES,
  KEYRING_BYTES,
  SALT_BYTES,
  SEAL_OVERHEAD_BYTES,
  SIGNATURE_BYTES,
} from "../../worker/contract/limits.ts";
import {
  auditEntryPreimage,
  auditPreimage,
  locatorPreimage,
  originPreimage,
  signInPreimage,
} from "../../worker/contract/preimages.ts";
import type { Desk, Member as RosterMember, Roster } from "../../worker/contract/roster.ts";
import type { Retention } from "../../worker/contract/retention.ts";
import type { SignedIn } from "../../worker/contract/second-factor.ts";
import type { Server } from "../support/server.ts";
import { attempt, call, freeProof, today } from "./client.ts";

const text = (bytes: number): string => toBase64Url(randomBytes(bytes));

function hash(preimage: Uint8Array): Uint8Array {
  return createHash("sha512").update(preimage).digest().subarray(0, HASH_BYTES);
}

export interface SignInKey {
  readonly signInKey: string;
  readonly sign: (server: Server, challenge: string) => Promise<string>;
}

async function makeSignInKey(): Promise<SignInKey> {
  const pair = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]);
  const raw = await crypto.subtle.exportKey("raw", pair.publicKey);
  return {
    signInKey: toBase64Url(new Uint8Array(raw)),
    sign: async (server, challenge) => {
      const origin = hash(originPreimage(server.origin));
      const message = signInPreimage(origin, fromBase64Url(challenge), today());
      return toBase64Url(
        new Uint8Array(await crypto.subtle.sign("Ed25519", pair.privateKey, message)),
      );
    },
  };
}

export interface TestReporter extends SignInKey {
  readonly locator: string;
  readonly locatorHash: string;
}

export async function makeReporter(): Promise<TestReporter> {
  const locator = randomBytes(ID_BYTES);
  return {
    ...(await makeSignInKey()),
    locator: toBase64Url(locator),
    locatorHash: toBase64Url(hash(locatorPreimage(locator))),
  };
}

/** What a reporter with that code sends to sign in. */
export async function reporterSignInInput(server: Server, reporter: TestReporter) {
  const proof = await freeProof(server, "reporter-sign-in");
  return {
    proof,
    locator: reporter.locator,
    signature: await reporter.sign(server, proof.challenge),
  };
}

/** A reporter's bearer token. */
export async function comeBack(server: Server, reporter: TestReporter): Promise<string> {
  const input = await reporterSignInInput(server, reporter);
  return (await call(server, "reporterSignIn", input)).token;
}

export interface TestMember extends SignInKey {
  readonly id: string;
  /** The identity key the roster lists them under, base64url. */
  readonly key: string;
  readonly signAct: (message: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;
  readonly handle: string;
  readonly salt: string;
  readonly keyring: string;
}

/** Everybody who was ever added, by id: what a roster lists them under. */
const added = new Map<string, TestMember>();

async function makeIdentity(): Promise<Pick<TestMember, "key" | "signAct">> {
  const pair = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]);
  const raw = await crypto.subtle.exportKey("raw", pair.publicKey);
  return {
    key: toBase64Url(new Uint8Array(raw)),
    signAct: async (message) =>
      new Uint8Array(await crypto.subtle.sign("Ed25519", pair.privateKey, message)),
  };
}

export async function addMember(server: Server, handle: string): Promise<TestMember> {
  const member = {
    ...(await makeSignInKey()),
    ...(await makeIdentity()),
    id: text(ID_BYTES),
    handle,
    salt: text(SALT_BYTES),
    keyring: text(KEYRING_BYTES + SEAL_OVERHEAD_BYTES),
  };
  await server.database
    .prepare(
      `INSERT INTO members
        (member_id, handle, sign_in_key, salt, passes, memory_kib, keyring, keyring_version)
        VALUES (?, ?, ?, ?, 3, 65536, ?, 1)`,
    )
    .bind(member.id, handle, member.signInKey, member.salt, member.keyring)
    .run();
  added.set(member.id, member);
  return member;
}

export async function memberSignInInput(server: Server, member: TestMember) {
  const proof = await freeProof(server, "member-sign-in");
  return {
    proof,
    handle: member.handle,
    way: "passphrase" as const,
    signature: await member.sign(server, proof.challenge),
  };
}

/** What signing in with the passphrase alone answers. */
export async function passphraseSignIn(server: Server, member: TestMember) {
  return call(server, "memberSignIn", await memberSignInInput(server, member));
}

/** As the server answers it: a session that has no entry in the audit log yet. */
export async function passphraseSession(server: Server, member: TestMember): Promise<SignedIn> {
  const answer = await passphraseSignIn(server, member);
  if (answer.kind !== "signed-in") throw new Error("people: a second factor is asked for");
  return answer;
}

/** Signed in with the passphrase alone, and let in: for members who have no second factor. */
export async function signInAlone(server: Server, member: TestMember): Promise<SignedIn> {
  const answer = await passphraseSession(server, member);
  await letIn(server, member);
  return answer;
}

/** A member's bearer token of a session that passes for one with a second factor; not in the audit log yet. */
export async function arrive(server: Server, member: TestMember): Promise<string> {
  const { token } = await passphraseSession(server, member);
  await server.database
    .prepare("UPDATE sessions SET second_factor = 'totp' WHERE member_id = ?")
    .bind(member.id)
    .run();
  return token;
}

/** As if their sign-ins stood in the audit log: for members no roster lists, who could not sign an entry. */
export async function letIn(server: Server, { id }: Pick<TestMember, "id">): Promise<void> {
  await server.database
    .prepare("UPDATE sessions SET logged = 1 WHERE member_id = ?")
    .bind(id)
    .run();
}

/** The act as the log's next entry, as it stands when asked. */
export async function auditEntry(
  server: Server,
  member: Pick<TestMember, "id" | "signAct">,
  act: AuditAct,
  token: string,
): Promise<SignedAudit> {
  const { head, day } = await call(server, "auditHead", {}, token);
  return await entryAfter(server, member, act, { ...head, day });
}

/** Two acts of one request: the log's next entry, and the one after that. */
export async function auditPair(
  server: Server,
  member: Pick<TestMember, "id" | "signAct">,
  [one, other]: readonly [AuditAct, AuditAct],
  token: string,
): Promise<readonly [SignedAudit, SignedAudit]> {
  const { head, day } = await call(server, "auditHead", {}, token);
  const first = await entryAfter(server, member, one, { ...head, day });
  const bytes = fromBase64Url(first.statement);
  const end = toBase64Url(hash(auditEntryPreimage(bytes, fromBase64Url(first.signature))));
  return [first, await entryAfter(server, member, other, { seq: head.seq + 1, hash: end, day })];
}

async function entryAfter(
  server: Server,
  member: Pick<TestMember, "id" | "signAct">,
  act: AuditAct,
  { seq, hash: prev, day }: AuditHead & { readonly day: number },
): Promise<SignedAudit> {
  return await signedAudit(member, {
    suite: "tern/1",
    origin: server.origin,
    seq: seq + 1,
    prev,
    day,
    member: member.id,
    act,
  });
}

export async function signedAudit(
  { signAct }: Pick<TestMember, "signAct">,
  statement: AuditStatement,
): Promise<SignedAudit> {
  const bytes = new TextEncoder().encode(auditText(statement));
  const signature = await signAct(auditPreimage(bytes));
  return { statement: toBase64Url(bytes), signature: toBase64Url(signature) };
}

/** Sends something with its entry, again and again until no other entry comes between. */
export async function withEntry<Name extends "appendAudit" | "readCase" | "changeAccess" | "leave">(
  server: Server,
  [member, token]: readonly [TestMember, string],
  act: AuditAct,
  name: Name,
  input: (audit: SignedAudit) => InputOf<Name>,
): Promise<OutputOf<Name>> {
  for (;;) {
    const audit = await auditEntry(server, member, act, token);
    const answer = await attempt(server, name, input(audit), token);
    if (answer !== "conflict") return answer;
  }
}

/** Whose a token is, to sign with. */
const signedIn = new Map<string, TestMember>();

/** A member's bearer token, good for everything that is theirs. The newest roster must list them. */
export async function signIn(server: Server, member: TestMember): Promise<string> {
  const token = await arrive(server, member);
  await withEntry(server, [member, token], { kind: "sign-in" }, "appendAudit", (audit) => ({
    audit,
  }));
  signedIn.set(token, member);
  return token;
}

const FROM_START = { conversation: 0, internal: 0 };

/** Reads a case from its start, with the entry that says so. */
export async function openCase(
  server: Server,
  caseId: string,
  token: string,
): Promise<OutputOf<"readCase">> {
  const member = signedIn.get(token);
  if (member === undefined) throw new Error("people: nobody signed in with that token");
  const act = { kind: "case-opened", case: caseId } as const;
  return await withEntry(server, [member, token], act, "readCase", (audit) => ({
    case: caseId,
    after: FROM_START,
    audit,
  }));
}

export interface Organisation {
  readonly desk: string;
  /** Recipients at the desk. */
  readonly members: readonly [TestMember, TestMember, TestMember];
  /** Signed in everywhere, recipient of nothing. */
  readonly outsider: TestMember;
}

/** Somebody at the desk who is no active reviewer there. */
export type Listing = Partial<Pick<RosterMember, "roles" | "revokedDay">>;

/** Publishes a roster with that one desk; the signatures on it are noise, which the server cannot tell. */
export async function publishRoster(
  server: Server,
  desk: string,
  members: readonly string[],
  terms: {
    readonly version: number;
    readonly expiresDay: number;
    readonly listings?: Readonly<Record<string, Listing>>;
    /** Reviewers of no desk. */
    readonly elsewhere?: readonly string[];
    /** Of the desk; listed among the others. */
    readonly custodians?: readonly string[];
    /** Besides that one. */
    readonly desks?: readonly Desk[];
    /** The desk's own. */
    readonly retention?: Retention;
  },
): Promise<void> {
  const roster: Roster = {
    suite: "tern/1",
    origin: server.origin,
    version: terms.version,
    previous: text(HASH_BYTES),
    issuedDay: today(),
    expiresDay: terms.expiresDay,
    organisation: "Invented",
    desks: [
      {
        id: desk,
        names: { en: "Desk" },
        country: "FR",
        languages: ["en"],
        members: [...members],
        custodians: [...(terms.custodians ?? [])],
        ...(terms.retention !== undefined && { retention: terms.retention }),
      },
      ...(terms.desks ?? []),
    ],
    members: [...members, ...(terms.elsewhere ?? [])].map((id) => ({
      id,
      name: "Invented",
      roles: ["reviewer"],
      key: added.get(id)?.key ?? text(32),
      ...terms.listings?.[id],
    })),
  };
  const statement = Buffer.from(JSON.stringify(roster)).toString("base64url");
  await server.database
    .prepare("INSERT INTO rosters VALUES (?, ?, ?, ?, ?, ?)")
    .bind(
      terms.version,
      text(64),
      text(SIGNATURE_BYTES),
      text(ID_BYTES),
      statement,
      text(SIGNATURE_BYTES),
    )
    .run();
}

export async function foundOrganisation(server: Server): Promise<Organisation> {
  const members = [
    await addMember(server, "first"),
    await addMember(server, "second"),
    await addMember(server, "third"),
  ] as const;
  const outsider = await addMember(server, "outsider");
  const desk = text(ID_BYTES);
  await publishRoster(
    server,
    desk,
    members.map(({ id }) => id),
    { version: 1, expiresDay: today() + 30, elsewhere: [outsider.id] },
  );
  return { desk, members, outsider };
}
