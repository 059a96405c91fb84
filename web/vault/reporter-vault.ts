/**
 * Everything a reporter's keys do. Runs in the Web Worker; nothing here touches the page or the network.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import type { SealedEntry } from "../../worker/contract/journal.ts";
import type { IdentityEnvelope } from "../../worker/contract/release.ts";
import type { PublishedRoster, Trust } from "../../worker/contract/roster.ts";
import { originHash } from "../crypto/hash.ts";
import type { VerifiedRoster } from "../crypto/roster.ts";
import { canonicalOrigin } from "../crypto/roster.ts";
import { signChallenge } from "../crypto/sign-in.ts";
import { loadSodium } from "../crypto/sodium.ts";
import type { ReporterKeys, TrackingCode } from "../crypto/tracking-code.ts";
import { newTrackingCode, parseCode, reporterKeys } from "../crypto/tracking-code.ts";
import type { Payload } from "../payload/entries/index.ts";
import type { Identity } from "../payload/identity.ts";
import { CaseJournal, startsJournal } from "./case-journal.ts";
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
import { sealEnvelope } from "./identity-sealing.ts";
import { recipientsOf, sealReport } from "./report-sealing.ts";
import { waitingDecisions } from "./release-vetting.ts";
import { rosterView, verifyPublished } from "./roster-view.ts";
import { allWordLists, wordListFor } from "./word-lists.ts";

interface Verified {
  readonly roster: VerifiedRoster;
  readonly today: number;
}

interface CodeKeys {
  readonly code: TrackingCode;
  readonly keys: ReporterKeys;
}

export class ReporterVault implements ReporterVaultInterface {
  readonly #trust: Trust;
  #verified: Verified | null = null;
  /** The newest roster ever verified here, whatever failed since. */
  #highestRoster = 0;
  #identity: CodeKeys | null = null;
  /** The case as far as it was read; null while a reading has failed. */
  #journal: CaseJournal | null = null;
  /** The case when it was last read to its end: every later reading must hold all of it. */
  #seen: CaseJournal | null = null;

  constructor(trust: Trust) {
    this.#trust = trust;
  }

  start(): Promise<SodiumBuild> {
    return loadSodium();
  }

  #origin(): Uint8Array {
    return originHash(canonicalOrigin(this.#trust));
  }

  #requireRoster(): Verified {
    if (this.#verified === null) throw new VaultFailure("not-ready");
    return this.#verified;
  }

  #requireIdentity(): CodeKeys {
    if (this.#identity === null) throw new VaultFailure("not-ready");
    return this.#identity;
  }

  #requireJournal(): CaseJournal {
    if (this.#journal === null || this.#journal !== this.#seen) throw new VaultFailure("not-ready");
    return this.#journal;
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
    this.#verified = { roster, today };
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
    this.#journal = null;
    this.#seen = null;
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
    this.#journal = null;
    this.#seen = null;
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
    const { roster } = this.#requireRoster();
    const { keys } = this.#requireIdentity();
    const seen = this.#seen;
    const reading = this.#journal ?? seen;
    this.#journal = null;
    const journal =
      reading === null || startsJournal(page.entries)
        ? new CaseJournal(page.case.case, this.#origin(), roster)
        : reading;
    journal.addWraps(page.wraps, [keys.seal]);
    journal.extend(page.entries);
    if (!page.more) {
      journal.requireLength("conversation", page.case.conversationSeq);
      journal.requireEnd();
      if (seen !== null && seen !== journal) journal.requireContinues(seen);
      this.#seen = journal;
    }
    this.#journal = journal;
    // What was asked may stand on a page still to come.
    if (page.more) return journal.view();
    const waiting = waitingDecisions(page.decisions, journal.state, journal.vetting);
    return { ...journal.view(), waiting };
  }

  #seal(payload: Payload, day: number): SealedEntry {
    const journal = this.#requireJournal();
    const at = journal.laneAt("conversation");
    if (at === null) throw new VaultFailure("not-ready");
    const writer = { memberId: null, signing: null, day };
    return journal.sealNext("conversation", at, payload, writer).entry;
  }

  async sealMessage(text: string, language: string, day: number): Promise<SealedEntry> {
    return this.#seal({ type: "message", language, text }, day);
  }

  async sealWithdrawal(day: number): Promise<SealedEntry> {
    return this.#seal({ type: "withdrawal" }, day);
  }

  /** For the custodians of the desk the reporter chose, by the list of people verified today. */
  async #envelope(identity: Identity | null): Promise<Awaited<ReturnType<typeof sealEnvelope>>> {
    const { roster, today } = this.#requireRoster();
    const { caseId, state } = this.#requireJournal();
    const { desk, recipients = [], excluded = [] } = state.report ?? {};
    const origin = this.#origin();
    const place = { origin, caseId, desk, recipients, excluded, roster, today };
    return await sealEnvelope(identity, place);
  }

  async emptyEnvelope(): Promise<IdentityEnvelope> {
    return (await this.#envelope(null)).envelope;
  }

  async sealIdentity(
    identity: Identity,
    day: number,
  ): Promise<{ readonly entry: SealedEntry; readonly identity: IdentityEnvelope }> {
    const { envelope, named } = await this.#envelope(identity);
    if (named === null) throw new VaultFailure("no-recipient");
    return { entry: this.#seal({ type: "identity-left", ...named }, day), identity: envelope };
  }

  async sealIdentityWithdrawal(day: number): Promise<SealedEntry> {
    return this.#seal({ type: "identity-withdrawn" }, day);
  }
}
