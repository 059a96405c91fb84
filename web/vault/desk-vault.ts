/** Everything a member's keys do. Runs in the Web Worker; nothing here touches the page or the network. */
import { toBase64Url } from "../../worker/contract/bytes.ts";
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import type { KeyPacket, PublishedRoster, Trust } from "../../worker/contract/roster.ts";
import type { KeyringSave, StoredKeyring } from "../../worker/contract/session.ts";
import { originHash } from "../crypto/hash.ts";
import type { Keyring } from "../crypto/keyring.ts";
import type { VerifiedRoster } from "../crypto/roster.ts";
import { canonicalOrigin } from "../crypto/roster.ts";
import { loadSodiumWithArgon2 } from "../crypto/sodium.ts";
import { CryptoError } from "../crypto/suite.ts";
import type { ActContext } from "./act-context.ts";
import { Account } from "./account.ts";
import type { CaseJournal } from "./case-journal.ts";
import { CaseReadings } from "./case-readings.ts";
import { Coordination } from "./coordinating.ts";
import type { Coordinator } from "./coordinator.ts";
import { DeskAudit } from "./desk-audit.ts";
import { isRekeyDue, sealAccess } from "./desk-access.ts";
import { sealAct } from "./desk-act.ts";
import { VaultFailure } from "./failure.ts";
import { readFeedback } from "./feedback-reading.ts";
import type { Holding } from "./holding.ts";
import type { DeskCaseView, DeskVault as DeskVaultInterface } from "./interface.ts";
import type { Epochs } from "./key-epochs.ts";
import { keyStanding, movePieces, newKey, ownPacket, retireKey, rewrap } from "./key-epochs.ts";
import { ownKeyStanding, ownListing } from "./own-listing.ts";
import { recoveryVault } from "./recovery-vault.ts";
import { sealAsking } from "./release-desk.ts";
import { ReleaseRoom } from "./release-room.ts";
import { memberView, rosterView, verifyLapsed, verifyPublished } from "./roster-view.ts";
import { ViewsRoom } from "./saved-views.ts";

type Own = DeskVaultInterface;
interface Verified {
  readonly roster: VerifiedRoster;
  readonly today: number;
}

export class DeskVault implements DeskVaultInterface {
  readonly #trust: Trust;
  /** Kept, because every card of an inbox is bound to it. */
  #originHash: Uint8Array | null = null;
  #openAccount: Account | null = null;
  /** The newest roster ever verified here or remembered by the keyring. */
  #highestRoster = 0;
  #verified: Verified | null = null;
  /** The member's own, as it came with the roster verified last; lapsed ones too. */
  #ownPacket: KeyPacket | null = null;
  /** From the roster verified last, lapsed ones too; nothing of a case is ever asked of it. */
  #coordination: Coordination | null = null;
  readonly #cases = new CaseReadings();
  readonly #audit: DeskAudit;
  readonly #releases = new ReleaseRoom({
    holding: () => this.#holding(),
    journal: () => this.#requireWhole(),
  });

  readonly #views = new ViewsRoom(
    () => this.#keyring,
    () => this.#origin(),
  );

  readonly #recovery = recoveryVault({
    origin: () => this.#origin(),
    verify: (...given) => verifyPublished(given[0], this.#trust, given[1], given[2], 0),
    arrive: (keys) => this.#account.arriveByColleagues(keys),
    account: () => this.#verifiedAccount,
    holding: () => this.#holding(),
    today: () => this.#requireVerified().today,
  });

  constructor(trust: Trust) {
    this.#trust = trust;
    this.#audit = new DeskAudit(trust);
  }

  readonly start: Own["start"] = () => loadSodiumWithArgon2();

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

  readonly stretch: Own["stretch"] = async (...given) => this.#account.stretch(...given);
  readonly enterRecoveryKey: Own["enterRecoveryKey"] = (text) =>
    this.#account.enterRecoveryKey(text);
  readonly signByRecoveryKey: Own["signByRecoveryKey"] = (text, challenge) =>
    this.#account.signByRecoveryKey(text, challenge);

  async signIn(challenge: OutputOf<"challenge">): Promise<{ readonly signature: string }> {
    return { signature: this.#account.signIn(challenge) };
  }

  async unlock(stored: StoredKeyring): Promise<void> {
    this.#account.unlock(stored);
    this.#highestRoster = this.#keyring.highestRoster;
    this.#audit.recall(this.#keyring.auditHead);
  }

  async verifyRoster(
    published: PublishedRoster,
    today: number,
    pageOrigin: string,
  ): ReturnType<Own["verifyRoster"]> {
    this.#verified = null;
    this.#coordination = null;
    this.#audit.forgetRosters();
    const roster = verifyPublished(published, this.#trust, today, pageOrigin, this.#highestRoster);
    const self = ownListing(this.#keyring, roster, today);
    this.#ownPacket = ownPacket(published, this.#keyring);
    this.#verified = { roster, today };
    this.#coordinate({ published, roster, today, standing: "in-force" });
    return {
      roster: rosterView(roster.roster, today),
      self: memberView(self, today),
      keyring: this.#remember(roster.roster.version),
    };
  }

  #coordinate(place: Pick<Coordinator, "published" | "roster" | "today" | "standing">): void {
    const own = { trust: this.#trust, keyring: this.#keyring, origin: this.#origin() };
    this.#coordination = new Coordination({ ...place, ...own });
  }

  async verifyLapsed(
    published: PublishedRoster,
    today: number,
    pageOrigin: string,
  ): ReturnType<Own["verifyLapsed"]> {
    this.#verified = null;
    this.#coordination = null;
    const roster = verifyLapsed(published, this.#trust, today, pageOrigin, this.#highestRoster);
    const self = ownListing(this.#keyring, roster, today);
    const ownKey = ownKeyStanding(self, roster, today);
    if (ownKey === "good" && !self.roles.includes("coordinator")) {
      throw new CryptoError("roster-expired");
    }
    this.#ownPacket = ownPacket(published, this.#keyring);
    this.#coordinate({ published, roster, today, standing: "lapsed" });
    return { roster: rosterView(roster.roster, today), self: memberView(self, today), ownKey };
  }

  get #signer(): Coordination {
    if (this.#coordination === null) throw new VaultFailure("not-ready");
    return this.#coordination;
  }

  readonly organisation: Own["organisation"] = async () => this.#signer.organisation();
  readonly makeInvitation: Own["makeInvitation"] = async (plan) => this.#signer.invite(plan);
  readonly readInvitations: Own["readInvitations"] = async (list) => this.#signer.read(list);
  readonly signNextRoster: Own["signNextRoster"] = async (change) => this.#signer.sign(change);
  readonly readDelegation: Own["readDelegation"] = async (text) => this.#signer.delegation(text);

  /** Remembers a newer roster, so that no older one is ever believed again. */
  #remember(version: number): KeyringSave | null {
    this.#highestRoster = Math.max(this.#highestRoster, version);
    if (version <= this.#keyring.highestRoster) return null;
    return this.#account.keyring.save({ highestRoster: version });
  }

  readonly keyringSaved: Own["keyringSaved"] = async (version) => this.#account.saved(version);

  /** Anything that goes to the server only after the roster has said that this keyring is who it should be. */
  get #verifiedAccount(): Account {
    this.#requireVerified();
    return this.#account;
  }

  readonly unlockingPasskeys: Own["unlockingPasskeys"] = async (...given) =>
    this.#account.unlockingPasskeys(...given);
  readonly enterPasskey: Own["enterPasskey"] = async (...given) =>
    this.#account.enterPasskey(...given);
  readonly passkeysThatUnlock: Own["passkeysThatUnlock"] = async (passkeys) =>
    this.#account.passkeysThatUnlock(passkeys);
  readonly unlocksByPasskey: Own["unlocksByPasskey"] = async () => this.#account.unlocksByPasskey();
  readonly keepPasskeyUnlocks: Own["keepPasskeyUnlocks"] = async (passkeys) =>
    this.#verifiedAccount.keepPasskeyUnlocks(passkeys);
  readonly passkeyQuestion: Own["passkeyQuestion"] = async (passkey) =>
    this.#account.passkeyQuestion(passkey);
  readonly addPasskeyUnlock: Own["addPasskeyUnlock"] = async (...given) =>
    this.#verifiedAccount.addPasskeyUnlock(...given);
  readonly removePasskeyUnlock: Own["removePasskeyUnlock"] = async (passkey) =>
    this.#verifiedAccount.removePasskeyUnlock(passkey);
  readonly newRecoveryKey: Own["newRecoveryKey"] = (language) =>
    this.#account.newRecoveryKey(language);
  readonly isRecoveryWord: Own["isRecoveryWord"] = (position, typed) =>
    this.#account.isRecoveryWord(position, typed);
  readonly sealDrafts: Own["sealDrafts"] = async (text) => this.#account.sealDrafts(text);
  readonly openDrafts: Own["openDrafts"] = async (sealed) => this.#account.openDrafts(sealed);
  readonly openViews: Own["openViews"] = (stored) => this.#views.openViews(stored);
  readonly sealViews: Own["sealViews"] = (text) => this.#views.sealViews(text);
  readonly saveRecoveryKey: Own["saveRecoveryKey"] = async () =>
    this.#verifiedAccount.saveRecoveryKey();
  readonly proposePassphrase: Own["proposePassphrase"] = (known) =>
    this.#account.proposePassphrase(known);
  readonly weaknessOf: Own["weaknessOf"] = async (passphrase, known) =>
    this.#account.weaknessOf(passphrase, known);
  readonly replacePassphrase: Own["replacePassphrase"] = async (...given) =>
    this.#verifiedAccount.replacePassphrase(...given);

  #epochs(): Epochs {
    const { today } = this.#signer;
    return { account: this.#account, packet: this.#ownPacket, today, trust: this.#trust };
  }

  readonly keyStanding: Own["keyStanding"] = async () => keyStanding(this.#epochs());
  readonly newKey: Own["newKey"] = async () => newKey(this.#epochs());
  readonly rewrap: Own["rewrap"] = async (key, wraps) => rewrap(this.#account, key, wraps);
  readonly movePieces: Own["movePieces"] = async (...given) => movePieces(this.#account, ...given);
  readonly retireKey: Own["retireKey"] = async (key) => retireKey(this.#epochs(), key);
  readonly signAudit: Own["signAudit"] = async (act, head, day) =>
    this.#audit.sign(act, head, day, this.#author(), this.#signer.today);
  readonly signNextAudit: Own["signNextAudit"] = async (act, day) =>
    this.#audit.signNext(act, day, this.#author());
  readonly auditStands: Own["auditStands"] = async () => this.#audit.stands();
  readonly rememberAudit: Own["rememberAudit"] = async () => {
    const auditHead = this.#audit.newerThan(this.#keyring.auditHead);
    return auditHead === null ? null : this.#account.keyring.save({ auditHead });
  };
  readonly learnRosters: Own["learnRosters"] = async (rosters) =>
    this.#audit.learn(rosters, this.#requireVerified().roster.hash);
  readonly otherLists: Own["otherLists"] = async () =>
    this.#audit.otherLists(this.#cases.last, this.#requireVerified().roster.hash);
  readonly beginAudit: Own["beginAudit"] = async () => this.#audit.begin();
  readonly readAudit: Own["readAudit"] = async (entries) => this.#audit.read(entries);
  readonly endAudit: Own["endAudit"] = async (head) => this.#audit.end(head);

  readonly openFeedback: Own["openFeedback"] = async (kept) => readFeedback(kept, this.#holding());
  readonly openCards: Own["openCards"] = async (rows) => this.#cases.cards(rows, this.#holding());

  async openCase(page: OutputOf<"readCase">): Promise<DeskCaseView> {
    const { roster, today } = this.#requireVerified();
    const journal = this.#cases.open(page, this.#holding());
    return { ...journal.view(), rekeyDue: isRekeyDue(journal.state, roster, today) };
  }

  #requireWhole(): CaseJournal {
    return this.#cases.wholeUnder(this.#requireVerified().roster);
  }

  #author(): Pick<Holding, "memberId" | "signing"> {
    const { memberId, signing } = this.#keyring;
    return { memberId: toBase64Url(memberId), signing };
  }

  #holding(): Holding {
    const { roster } = this.#requireVerified();
    const { pairs } = this.#account.keyring;
    return { ...this.#author(), origin: this.#origin(), roster, pairs };
  }

  #actContext(day: number): ActContext {
    const { roster, today } = this.#requireVerified();
    const { memberId, signing } = this.#keyring;
    const place = { journal: this.#requireWhole(), roster, today, origin: this.#origin() };
    return { ...place, writer: { memberId, signing, day } };
  }

  readonly seal: Own["seal"] = async (act, day) => sealAct(act, this.#actContext(day));
  readonly sealAccess: Own["sealAccess"] = async (act, day) =>
    sealAccess(act, this.#actContext(day));
  readonly sealRelease: Own["sealRelease"] = async (act, day) =>
    sealAsking(this.#releases.prepare(act, day), this.#actContext(day));
  readonly readReleases: Own["readReleases"] = async (answer) => this.#releases.unrecorded(answer);
  readonly openIdentity: Own["openIdentity"] = (release, answer) =>
    this.#releases.open(release, answer);
  readonly revealIdentity: Own["revealIdentity"] = async (release) =>
    this.#releases.reveal(release);
  readonly openRequests: Own["openRequests"] = async (answer) =>
    this.#releases.openRequests(answer);
  readonly decide: Own["decide"] = async (release, answer, day) =>
    this.#releases.decide(release, answer, day);
  readonly setUpColleagues = this.#recovery.setUpColleagues;
  readonly endColleagues = this.#recovery.endColleagues;
  readonly readColleagues = this.#recovery.readColleagues;
  readonly openRecoveryRequests = this.#recovery.openRecoveryRequests;
  readonly decideRecovery = this.#recovery.decideRecovery;
  readonly newRecoveryRequest = this.#recovery.newRecoveryRequest;
  readonly enterRecoveryRequest = this.#recovery.enterRecoveryRequest;
  readonly recoveryWords = this.#recovery.recoveryWords;
  readonly signCollecting = this.#recovery.signCollecting;
  readonly readApprovals = this.#recovery.readApprovals;
}
