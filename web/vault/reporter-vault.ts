/**
 * Everything a reporter's keys do. Runs in the Web Worker; nothing here touches the page or the network.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import { REPORTER_AUTHOR } from "../../worker/contract/entry-header.ts";
import type { SealedEntry } from "../../worker/contract/journal.ts";
import { ID_BYTES } from "../../worker/contract/limits.ts";
import type { PublishedRoster, Trust } from "../../worker/contract/roster.ts";
import { random } from "../crypto/bytes.ts";
import { sealCard } from "../crypto/card.ts";
import { originHash, sharedHash } from "../crypto/hash.ts";
import { locatorPreimage } from "../../worker/contract/preimages.ts";
import { keyIdOf, newLaneKey } from "../crypto/keys.ts";
import { EMPTY_LANE } from "../crypto/lane.ts";
import type { VerifiedRoster } from "../crypto/roster.ts";
import { canonicalOrigin, reviewersOf } from "../crypto/roster.ts";
import { signChallenge } from "../crypto/sign-in.ts";
import { loadSodium } from "../crypto/sodium.ts";
import type { ReporterKeys, TrackingCode } from "../crypto/tracking-code.ts";
import { newTrackingCode, parseCode, reporterKeys } from "../crypto/tracking-code.ts";
import type { WrapPlace } from "../crypto/wrap.ts";
import { wrapLaneKey } from "../crypto/wrap.ts";
import { cardOf } from "../payload/card.ts";
import type { Payload } from "../payload/entries/index.ts";
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
import { paddedWraps } from "./padded-wraps.ts";
import { rosterView, verifyPublished } from "./roster-view.ts";
import { allWordLists, wordListFor } from "./word-lists.ts";

interface Verified {
  readonly roster: VerifiedRoster;
  readonly today: number;
}

interface Identity {
  readonly code: TrackingCode;
  readonly keys: ReporterKeys;
}

export class ReporterVault implements ReporterVaultInterface {
  readonly #trust: Trust;
  #verified: Verified | null = null;
  /** The newest roster ever verified here, whatever failed since. */
  #highestRoster = 0;
  #identity: Identity | null = null;
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

  #requireIdentity(): Identity {
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
    const { roster, today } = this.#requireRoster();
    const desk = roster.roster.desks.find(({ id }) => id === draft.desk);
    if (desk === undefined) throw new VaultFailure("unknown-desk");
    const recipients = reviewersOf(roster.roster, desk, today).filter(
      ({ id }) => !draft.excluded.includes(id),
    );
    if (recipients.length === 0) throw new VaultFailure("no-recipient");
    // Loaded before anything leaves: a report that is sent must not lose its code to a broken connection.
    await wordListFor(draft.language);

    const code = newTrackingCode();
    const keys = reporterKeys(code);
    const caseBytes = random(ID_BYTES);
    const caseId = toBase64Url(caseBytes);
    const origin = this.#origin();
    const laneKey = newLaneKey();
    const place: WrapPlace = { origin, caseId: caseBytes, lane: "conversation", epoch: 0 };
    const payload: Payload = {
      type: "report",
      desk: draft.desk,
      urgent: draft.urgent,
      channel: draft.channel,
      language: draft.language,
      title: draft.title,
      text: draft.text,
      recipients: recipients.map(({ id }) => id),
      excluded: [...draft.excluded],
      reporterKey: toBase64Url(keys.seal.publicKey),
    };
    const journal = new CaseJournal(caseId, origin, roster);
    const { entry, item } = journal.sealNext(
      "conversation",
      { head: EMPTY_LANE, epoch: 0, key: laneKey },
      payload,
      { memberId: null, signing: null, day: draft.day },
    );
    const card = sealCard(
      {
        origin,
        caseId: caseBytes,
        lane: "conversation",
        epoch: 0,
        coversConversation: 1,
        coversInternal: 0,
        author: REPORTER_AUTHOR,
      },
      JSON.stringify(cardOf(journal.stateAfter([item]))),
      laneKey,
      null,
    );
    this.#identity = { code, keys };
    this.#journal = null;
    this.#seen = null;
    return {
      case: caseId,
      desk: draft.desk,
      urgent: draft.urgent,
      reporter: {
        locatorHash: toBase64Url(sharedHash(locatorPreimage(keys.locator))),
        signInKey: toBase64Url(keys.signInKey),
        wrap: {
          lane: "conversation",
          epoch: 0,
          key: toBase64Url(keyIdOf(keys.seal.publicKey)),
          wrap: toBase64Url(wrapLaneKey(laneKey, keys.seal.publicKey, place)),
        },
      },
      wraps: paddedWraps(recipients, roster.sealKeys, laneKey, place),
      entry,
      card,
    };
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
    return journal.view();
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
}
