/**
 * Cases made without a browser: sealed by the real vaults, sent over the wire to the real Worker. For tests
 * that begin where a case already has a history.
 */
import { expect } from "vitest";
import type { AuditAct } from "../../worker/contract/audit.ts";
import type { InputOf, OutputOf } from "../../worker/contract/endpoints.ts";
import type { SignedIn } from "../../worker/contract/second-factor.ts";
import type { NewAudit } from "../../web/crypto/audit.ts";
import { DeskVault } from "../../web/vault/desk-vault.ts";
import type { AccessAct, DeskAct, ReportDraft } from "../../web/vault/interface.ts";
import { ReporterVault } from "../../web/vault/reporter-vault.ts";
import { call, freeProof, today } from "../routes/client.ts";
import { nextCode } from "./authenticator.ts";
import {
  SITE_ORIGIN,
  type DeskName,
  type MemberHandle,
  type Site,
  type SiteMember,
} from "./site.ts";

export interface SentCase {
  /** base64url */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Twelve English words. */
  readonly words: readonly string[];
}

export interface Writing {
  readonly desk: DeskName;
  readonly title: string;
  readonly text: string;
  readonly change?: Partial<ReportDraft>;
}

/** What of a site a reporter meets. */
export type ReportSite = Pick<Site, "server" | "trust" | "published">;

async function reporterVault(site: ReportSite): Promise<ReporterVault> {
  const vault = new ReporterVault(site.trust);
  await vault.start();
  await vault.verifyRoster(site.published, today(), SITE_ORIGIN);
  return vault;
}

/** Somebody's report, received. */
export async function sendCase(
  site: ReportSite & Pick<Site, "desks">,
  writing: Writing,
): Promise<SentCase> {
  const { desk, title, text, change } = writing;
  const vault = await reporterVault(site);
  const report = await vault.sealReport({
    desk: site.desks[desk],
    urgent: false,
    excluded: [],
    identity: null,
    channel: "trafficking",
    language: "en",
    title,
    text,
    day: today(),
    ...change,
  });
  const proof = await freeProof(site.server, "submit");
  await call(site.server, "submitReport", { ...report, proof });
  const { words } = await vault.trackingCode("en");
  return { id: report.case, title, text, words };
}

/** Somebody who signed in with a code. */
export interface ComeBack {
  readonly vault: ReporterVault;
  readonly token: string;
  readonly read: () => Promise<OutputOf<"reporterRead">>;
}

export async function comeBack(site: ReportSite, words: readonly string[]): Promise<ComeBack> {
  const { server } = site;
  const vault = await reporterVault(site);
  const entered = await vault.enterCode(words.join(" "));
  expect(entered.kind).toBe("complete");
  const proof = await freeProof(server, "reporter-sign-in");
  const challenge = { challenge: proof.challenge, bits: 0, day: today() };
  const signed = await vault.signIn(challenge);
  const { token } = await call(server, "reporterSignIn", { proof, ...signed });
  const after = { conversation: 0, internal: 0 };
  return { vault, token, read: () => call(server, "reporterRead", { after }, token) };
}

/** A member at work without a page. */
export interface DeskHand {
  readonly vault: DeskVault;
  readonly token: string;
  /** From its beginning, as the server has it for this member. */
  readonly read: (caseId: string) => Promise<OutputOf<"readCase">>;
  readonly act: (caseId: string, act: DeskAct) => Promise<void>;
  /** The same, onto the case as the vault opened it last. */
  readonly write: (act: DeskAct, day: number) => Promise<void>;
  /** The case is the one the vault opened last. */
  readonly change: (act: AccessAct, day: number) => Promise<void>;
}

/** What of a site it takes to work at a desk. */
export interface DeskSite extends Pick<Site, "server" | "trust" | "published"> {
  readonly member: (handle: MemberHandle) => Omit<SiteMember, "keyring" | "name">;
}

/** Goes on with a code where a second factor is asked for. */
export async function completed(
  { server, member }: DeskSite,
  handle: MemberHandle,
  answer: OutputOf<"memberSignIn">,
): Promise<SignedIn> {
  if (answer.kind === "signed-in") return answer;
  const code = await nextCode(member(handle).authenticator ?? "");
  const { ticket } = answer;
  return call(server, "memberSecondFactor", { ticket, proof: { kind: "totp", code } });
}

export async function deskHand(site: DeskSite, handle: MemberHandle): Promise<DeskHand> {
  const { server, trust, published } = site;
  const member = site.member(handle);
  const vault = new DeskVault(trust);
  await vault.start();
  await vault.stretch(member.passphrase, member.parameters);
  const proof = await freeProof(server, "member-sign-in");
  const signed = await vault.signIn({ challenge: proof.challenge, bits: 0, day: today() });
  const input: InputOf<"memberSignIn"> = { proof, handle, way: "passphrase", ...signed };
  const answer = await call(server, "memberSignIn", input);
  const { token, keyring, keyringVersion, slots } = await completed(site, handle, answer);
  await vault.unlock({ member: member.id, keyring, keyringVersion, slots });
  await vault.verifyRoster(published, today(), SITE_ORIGIN);
  const after = { conversation: 0, internal: 0 };
  /** Signs an entry for each, as a page does for the first reading in a session. */
  async function read(caseId: string): Promise<OutputOf<"readCase">> {
    const { audit } = await next({ kind: "case-opened", case: caseId });
    return await call(server, "readCase", { case: caseId, after, audit }, token);
  }
  async function next(act: AuditAct): Promise<NewAudit> {
    const { head, day } = await call(server, "auditHead", {}, token);
    return await vault.signAudit(act, head, day);
  }
  async function write(act: DeskAct, day: number): Promise<void> {
    const { interests: entry, ...append } = await vault.seal(act, day);
    const why: AuditAct | null =
      entry === null ? null : { kind: "best-interests", case: append.case, entry };
    const logged = why !== null && { audit: (await next(why)).audit };
    await call(server, "appendToCase", { ...append, ...logged }, token);
  }
  await call(server, "appendAudit", { audit: (await next({ kind: "sign-in" })).audit }, token);
  return {
    vault,
    token,
    read,
    act: async (caseId, act) => {
      const page = await read(caseId);
      await vault.openCase(page);
      await write(act, page.day);
    },
    write,
    change: async (act, day) => {
      const sealed = await vault.sealAccess(act, day);
      const { case: caseId, change } = sealed;
      const logged: AuditAct | null =
        change.kind === "rekey"
          ? null
          : change.kind === "recusal"
            ? { kind: "removal", case: caseId, member: member.id }
            : { kind: change.kind, case: caseId, member: change.member };
      const audit = logged === null ? null : (await next(logged)).audit;
      await call(server, "changeAccess", { ...sealed, audit }, token);
    },
  };
}
