/**
 * Everything a member's keys do. Runs in the Web Worker; nothing here touches the page or the network.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { InputOf, OutputOf } from "../../worker/contract/endpoints.ts";
import type { CardHeader } from "../../worker/contract/entry-header.ts";
import type { Wrap } from "../../worker/contract/journal.ts";
import type { PublishedRoster, Trust } from "../../worker/contract/roster.ts";
import type {
  KeyringSave,
  PassphraseParameters,
  RekeyedSave,
  StoredKeyring,
} from "../../worker/contract/session.ts";
import { equal, isZero } from "../crypto/bytes.ts";
import { cardHeaderOf, openCard } from "../crypto/card.ts";
import { originHash } from "../crypto/hash.ts";
import type { Keyring } from "../crypto/keyring.ts";
import type { LaneKey, VerifyKey } from "../crypto/keys.ts";
import { verifyKey, verifyKeyOf } from "../crypto/keys.ts";
import type { Weakness } from "../crypto/passphrase-strength.ts";
import type { VerifiedRoster } from "../crypto/roster.ts";
import { canonicalOrigin, isActive } from "../crypto/roster.ts";
import { loadSodiumWithArgon2 } from "../crypto/sodium.ts";
import { CryptoError } from "../crypto/suite.ts";
import { unwrapLaneKey } from "../crypto/wrap.ts";
import { Card } from "../payload/card.ts";
import type { ActContext } from "./act-context.ts";
import { Account } from "./account.ts";
import { CaseJournal, startsJournal } from "./case-journal.ts";
import { isRekeyDue, sealAccess } from "./desk-access.ts";
import { sealAct } from "./desk-act.ts";
import { VaultFailure } from "./failure.ts";
import type {
  AccessAct,
  CardView,
  CodeEntry,
  DeskAct,
  DeskCaseView,
  DeskVault as DeskVaultInterface,
  MemberView,
  NewPassphrase,
  RosterView,
  SodiumBuild,
  TrackingCodeView,
} from "./interface.ts";
import { memberView, rosterView, verifyPublished } from "./roster-view.ts";

interface Verified {
  readonly roster: VerifiedRoster;
  readonly today: number;
}

type InboxRow = OutputOf<"inbox">["cases"][number];

/**
 * A reporter makes one card, with the report, and nobody signs it: later, or saying more, it would let the
 * server file any case under closed.
 */
function isFirstCard(header: CardHeader, plain: InboxRow["plain"], card: Card): boolean {
  return (
    header.coversConversation === 1 &&
    header.coversInternal === 0 &&
    plain.internalSeq === 0 &&
    card.standing === "received"
  );
}

export class DeskVault implements DeskVaultInterface {
  readonly #trust: Trust;
  /** Kept, because every card of an inbox is bound to it. */
  #originHash: Uint8Array | null = null;
  #openAccount: Account | null = null;
  /** The newest roster ever verified here or remembered by the keyring. */
  #highestRoster = 0;
  #verified: Verified | null = null;
  /** The case last opened, as far as it was read; null while a reading has failed. */
  #journal: CaseJournal | null = null;
  /** Each case when it was last read to its end: every later reading must hold all of it. */
  readonly #seen = new Map<string, CaseJournal>();

  constructor(trust: Trust) {
    this.#trust = trust;
  }

  start(): Promise<SodiumBuild> {
    return loadSodiumWithArgon2();
  }

  #origin(): Uint8Array {
    this.#originHash ??= originHash(canonicalOrigin(this.#trust));
    return this.#originHash;
  }

  /** Made once libsodium has loaded: it starts with a hash. */
  get #account(): Account {
    this.#openAccount ??= new Account(this.#origin());
    return this.#openAccount;
  }

  get #keyring(): Keyring {
    return this.#account.keyring.keyring;
  }

  #requireVerified(): Verified {
    if (this.#verified === null) throw new VaultFailure("not-ready");
    return this.#verified;
  }

  async stretch(passphrase: string, parameters: PassphraseParameters): Promise<void> {
    this.#account.stretch(passphrase, parameters);
  }

  enterRecoveryKey(text: string): Promise<CodeEntry> {
    return this.#account.enterRecoveryKey(text);
  }

  async signIn(challenge: OutputOf<"challenge">): Promise<{ readonly signature: string }> {
    return { signature: this.#account.signIn(challenge) };
  }

  async unlock(stored: StoredKeyring): Promise<void> {
    this.#account.unlock(stored);
    this.#highestRoster = this.#keyring.highestRoster;
  }

  async verifyRoster(
    published: PublishedRoster,
    today: number,
    pageOrigin: string,
  ): Promise<{
    readonly roster: RosterView;
    readonly self: MemberView;
    readonly keyring: KeyringSave | null;
  }> {
    const keyring = this.#keyring;
    this.#verified = null;
    const roster = verifyPublished(published, this.#trust, today, pageOrigin, this.#highestRoster);
    const self = roster.roster.members.find(({ id }) => id === toBase64Url(keyring.memberId));
    const mine = toBase64Url(verifyKeyOf(keyring.signing));
    if (self === undefined || self.key !== mine || !isActive(self, today)) {
      throw new VaultFailure("not-a-member");
    }
    this.#verified = { roster, today };
    return {
      roster: rosterView(roster.roster, today),
      self: memberView(self, today),
      keyring: this.#remember(roster.roster.version),
    };
  }

  /** Remembers a newer roster, so that no older one is ever believed again. */
  #remember(version: number): KeyringSave | null {
    this.#highestRoster = Math.max(this.#highestRoster, version);
    if (version <= this.#keyring.highestRoster) return null;
    return this.#account.keyring.save({ highestRoster: version });
  }

  async keyringSaved(version: number): Promise<void> {
    this.#account.saved(version);
  }

  newRecoveryKey(language: string): Promise<TrackingCodeView> {
    return this.#account.newRecoveryKey(language);
  }

  isRecoveryWord(position: number, typed: string): Promise<boolean> {
    return this.#account.isRecoveryWord(position, typed);
  }

  /** Anything that goes to the server only after the roster has said that this keyring is who it should be. */
  get #verifiedAccount(): Account {
    this.#requireVerified();
    return this.#account;
  }

  async saveRecoveryKey(): Promise<RekeyedSave> {
    return this.#verifiedAccount.saveRecoveryKey();
  }

  proposePassphrase(known: readonly string[]): Promise<string> {
    return this.#account.proposePassphrase(known);
  }

  async weaknessOf(passphrase: string, known: readonly string[]): Promise<Weakness | null> {
    return this.#account.weaknessOf(passphrase, known);
  }

  async replacePassphrase(passphrase: string, known: readonly string[]): Promise<NewPassphrase> {
    return this.#verifiedAccount.replacePassphrase(passphrase, known);
  }

  #unwrap(caseId: string, { lane, epoch, key, wrap }: Wrap): LaneKey {
    const pair = this.#account.keyring.pairs.get(key);
    if (pair === undefined) throw new CryptoError("wrap-invalid");
    const place = { origin: this.#origin(), caseId: fromBase64Url(caseId), lane, epoch };
    return unwrapLaneKey(fromBase64Url(wrap), pair, place);
  }

  /** @throws CryptoError `card-invalid` for an author nobody vouches for. */
  #cardAuthor(author: Uint8Array): VerifyKey {
    const { roster } = this.#requireVerified();
    const member = roster.roster.members.find(({ id }) => id === toBase64Url(author));
    if (member === undefined) throw new CryptoError("card-invalid");
    return verifyKey(fromBase64Url(member.key));
  }

  #readCard({ plain, card, wrap }: InboxRow): CardView {
    const header = cardHeaderOf(card);
    const inPlace =
      toBase64Url(header.caseId) === plain.case &&
      equal(header.origin, this.#origin()) &&
      header.lane === wrap.lane &&
      header.epoch === wrap.epoch;
    if (!inPlace || header.coversConversation > plain.conversationSeq) {
      throw new CryptoError("card-invalid");
    }
    const key = this.#unwrap(plain.case, wrap);
    const isReporters = isZero(header.author);
    const author = isReporters ? null : this.#cardAuthor(header.author);
    const json: unknown = JSON.parse(openCard(card, key, author));
    const opened = Card.parse(json);
    if (isReporters && !isFirstCard(header, plain, opened)) throw new CryptoError("card-invalid");
    return {
      plain,
      card: opened,
      news: header.coversConversation < plain.conversationSeq,
    };
  }

  async openCards(cases: OutputOf<"inbox">["cases"]): Promise<readonly CardView[]> {
    this.#requireVerified();
    return cases.map((row) => {
      try {
        return this.#readCard(row);
      } catch {
        // One bad card must not hide the others; its row is shown and says that it did not open.
        return { plain: row.plain, card: null, news: false };
      }
    });
  }

  async openCase(page: OutputOf<"readCase">): Promise<DeskCaseView> {
    const { roster, today } = this.#requireVerified();
    const caseId = page.plain.case;
    const seen = this.#seen.get(caseId);
    const reading = this.#journal?.caseId === caseId ? this.#journal : seen;
    this.#journal = null;
    const reads = reading?.isUnder(roster) === true && !startsJournal(page.entries);
    const journal = reads ? reading.copy() : new CaseJournal(caseId, this.#origin(), roster);
    journal.addWraps(page.wraps, [...this.#account.keyring.pairs.values()]);
    journal.extend(page.entries);
    if (!page.more) {
      const card = cardHeaderOf(page.card);
      journal.requireLength(
        "conversation",
        Math.max(page.plain.conversationSeq, card.coversConversation),
      );
      journal.requireLength("internal", Math.max(page.plain.internalSeq, card.coversInternal));
      journal.requireEnd();
      if (seen !== undefined) journal.requireContinues(seen);
      if (journal.isWhole) this.#seen.set(caseId, journal);
    }
    this.#journal = journal;
    return { ...journal.view(), rekeyDue: isRekeyDue(journal.state, roster, today) };
  }

  #actContext(day: number): ActContext {
    const journal = this.#journal;
    const { roster, today } = this.#requireVerified();
    if (journal === null || !journal.isWhole || !journal.isUnder(roster)) {
      throw new VaultFailure("not-ready");
    }
    const { memberId, signing } = this.#keyring;
    const writer = { memberId, signing, day };
    return { journal, roster, today, origin: this.#origin(), writer };
  }

  async seal(act: DeskAct, day: number): Promise<InputOf<"appendToCase">> {
    return sealAct(act, this.#actContext(day));
  }

  async sealAccess(act: AccessAct, day: number): Promise<InputOf<"changeAccess">> {
    return sealAccess(act, this.#actContext(day));
  }
}
