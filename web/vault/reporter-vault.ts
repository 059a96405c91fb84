/**
 * Everything a reporter's keys do. Runs in the Web Worker; nothing here touches the page or the network.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import type { SealedEntry } from "../../worker/contract/journal.ts";
import type { SealedFeedback } from "../../worker/contract/feedback.ts";
import type { IdentityEnvelope } from "../../worker/contract/release.ts";
import type { PublishedRoster, Trust } from "../../worker/contract/roster.ts";
import { originHash } from "../crypto/hash.ts";
import { canonicalOrigin } from "../crypto/roster.ts";
import { signChallenge } from "../crypto/sign-in.ts";
import { loadSodium } from "../crypto/sodium.ts";
import type { ReporterKeys, TrackingCode } from "../crypto/tracking-code.ts";
import { newTrackingCode, parseCode, reporterKeys } from "../crypto/tracking-code.ts";
import type { Feedback } from "../payload/given-feedback.ts";
import type { Identity } from "../payload/identity.ts";
import { codeView, isCodeWord } from "./code-view.ts";
import { VaultFailure } from "./failure.ts";
import type {
  CaseView,
  CodeEntry,
  ReportDraft,
  ReporterVault as ReporterVaultInterface,
  RosterView,
  SealedReport,
  SodiumBuild,
  TrackingCodeView,
} from "./interface.ts";
import { recipientsOf, sealReport } from "./report-sealing.ts";
import type { ReadUnder, ReporterReading } from "./reporter-reading.ts";
import { rosterView, verifyPublished } from "./roster-view.ts";
import { allWordLists, wordListFor } from "./word-lists.ts";

interface CodeKeys {
  readonly code: TrackingCode;
  readonly keys: ReporterKeys;
}

export class ReporterVault implements ReporterVaultInterface {
  readonly #trust: Trust;
  #verified: (ReadUnder & { readonly published: PublishedRoster }) | null = null;
  /** The newest roster ever verified here, whatever failed since. */
  #highestRoster = 0;
  #identity: CodeKeys | null = null;
  /** Of the case that the code opens; null until it is first asked for. */
  #reading: ReporterReading | null = null;

  constructor(trust: Trust) {
    this.#trust = trust;
  }

  start(): Promise<SodiumBuild> {
    return loadSodium();
  }

  #origin(): Uint8Array {
    return originHash(canonicalOrigin(this.#trust));
  }

  #requireRoster(): ReadUnder & { readonly published: PublishedRoster } {
    if (this.#verified === null) throw new VaultFailure("not-ready");
    return this.#verified;
  }

  #requireIdentity(): CodeKeys {
    if (this.#identity === null) throw new VaultFailure("not-ready");
    return this.#identity;
  }

  async #loadReading(): Promise<ReporterReading> {
    const { ReporterReading } = await import("./reporter-reading.ts");
    this.#reading ??= new ReporterReading(this.#requireIdentity().keys, this.#origin());
    return this.#reading;
  }

  #requireReading(): ReporterReading {
    if (this.#reading === null) throw new VaultFailure("not-ready");
    return this.#reading;
  }

  async verifyRoster(
    published: PublishedRoster,
    today: number,
    pageOrigin: string,
  ): Promise<RosterView> {
    // Whatever was believed before is not believed while something newer has failed.
    this.#verified = null;
    const roster = verifyPublished(published, this.#trust, today, pageOrigin, this.#highestRoster);
    this.#highestRoster = roster.roster.version;
    this.#verified = { roster, today, published };
    return rosterView(roster.roster, today);
  }

  async sealReport(draft: ReportDraft): Promise<SealedReport> {
    const under = { ...this.#requireRoster(), origin: this.#origin() };
    const recipients = recipientsOf(draft, under);
    // Loaded before anything leaves: a report that is sent must not lose its code to a broken connection.
    await wordListFor(draft.language);
    const code = newTrackingCode();
    const keys = reporterKeys(code);
    const sealed = await sealReport(draft, recipients, keys, under);
    this.#identity = { code, keys };
    this.#reading = null;
    return sealed;
  }

  async trackingCode(language: string): Promise<TrackingCodeView> {
    return codeView(this.#requireIdentity().code, language);
  }

  async checkWord(position: number, typed: string): Promise<boolean> {
    return isCodeWord(this.#requireIdentity().code, position, typed);
  }

  async enterCode(text: string): Promise<CodeEntry> {
    const parsed = parseCode(text, await allWordLists());
    if (parsed.kind !== "code") return parsed;
    this.#identity = { code: parsed.code, keys: reporterKeys(parsed.code) };
    this.#reading = null;
    // Before anything is asked of the server: what cannot be loaded is said where the code was entered.
    await this.#loadReading();
    return { kind: "complete" };
  }

  async signIn(
    challenge: OutputOf<"challenge">,
  ): Promise<{ readonly locator: string; readonly signature: string }> {
    const { keys } = this.#requireIdentity();
    return {
      locator: toBase64Url(keys.locator),
      signature: toBase64Url(
        signChallenge(
          keys.signIn,
          this.#origin(),
          fromBase64Url(challenge.challenge),
          challenge.day,
        ),
      ),
    };
  }

  async openCase(page: OutputOf<"reporterRead">): Promise<CaseView> {
    const under = this.#requireRoster();
    return (await this.#loadReading()).openPage(page, under);
  }

  async receiptFile(seq: number): Promise<string> {
    const { published } = this.#requireRoster();
    return this.#requireReading().receiptFile(seq, published, this.#trust);
  }

  async sealMessage(text: string, language: string, day: number): Promise<SealedEntry> {
    return this.#requireReading().seal({ type: "message", language, text }, day);
  }

  async sealChallenge(text: string, language: string, day: number): Promise<SealedEntry> {
    return this.#requireReading().sealChallenge(text, language, day);
  }

  async sealWithdrawal(day: number): Promise<SealedEntry> {
    return this.#requireReading().seal({ type: "withdrawal" }, day);
  }

  async emptyEnvelope(): Promise<IdentityEnvelope> {
    return (await this.#requireReading().envelope(null, this.#requireRoster())).envelope;
  }

  async sealIdentity(
    identity: Identity,
    day: number,
  ): Promise<{ readonly entry: SealedEntry; readonly identity: IdentityEnvelope }> {
    const reading = this.#requireReading();
    const { envelope, named } = await reading.envelope(identity, this.#requireRoster());
    if (named === null) throw new VaultFailure("no-recipient");
    return { entry: reading.seal({ type: "identity-left", ...named }, day), identity: envelope };
  }

  async sealIdentityWithdrawal(day: number): Promise<SealedEntry> {
    return this.#requireReading().seal({ type: "identity-withdrawn" }, day);
  }

  async sealFeedback(feedback: Feedback): Promise<SealedFeedback> {
    const under = this.#requireRoster();
    const { sealFeedback } = await import("./feedback-sealing.ts");
    return sealFeedback(feedback, under, this.#origin());
  }
}
