/**
 * Everything a member's keys do. Runs in the Web Worker; nothing here touches the page or the network.
 */
import { toBase64Url } from "../../worker/contract/bytes.ts";
import type { InputOf, OutputOf } from "../../worker/contract/endpoints.ts";
import type { KeyPacket, Member, PublishedRoster, Trust } from "../../worker/contract/roster.ts";
import type {
  KeyringSave,
  PassphraseParameters,
  StoredKeyring,
} from "../../worker/contract/session.ts";
import { originHash } from "../crypto/hash.ts";
import type { Keyring } from "../crypto/keyring.ts";
import { verifyKeyOf } from "../crypto/keys.ts";
import type { VerifiedRoster } from "../crypto/roster.ts";
import { canonicalOrigin, isActive } from "../crypto/roster.ts";
import { loadSodiumWithArgon2 } from "../crypto/sodium.ts";
import { CryptoError } from "../crypto/suite.ts";
import type { ActContext } from "./act-context.ts";
import { Account } from "./account.ts";
import type { AuditingVault } from "./auditing.ts";
import { readCard } from "./card-reading.ts";
import { CaseReadings } from "./case-readings.ts";
import { Coordination } from "./coordinating.ts";
import type { CoordinatorVault } from "./coordination.ts";
import type { Coordinator } from "./coordinator.ts";
import { DeskAudit } from "./desk-audit.ts";
import { isRekeyDue, sealAccess } from "./desk-access.ts";
import { sealAct } from "./desk-act.ts";
import { VaultFailure } from "./failure.ts";
import type { Holding } from "./holding.ts";
import type {
  AccessAct,
  CardView,
  CodeEntry,
  DeskAct,
  DeskCaseView,
  DeskVault as DeskVaultInterface,
  MemberView,
  RosterView,
  SodiumBuild,
} from "./interface.ts";
import type { Epochs } from "./key-epochs.ts";
import { keyStanding, newKey, ownPacket, retireKey, rewrap } from "./key-epochs.ts";
import { memberView, rosterView, verifyLapsed, verifyPublished } from "./roster-view.ts";

type Own = DeskVaultInterface;

interface Verified {
  readonly roster: VerifiedRoster;
  /** The member's own. */
  readonly packet: KeyPacket | null;
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
  /** From the roster verified last, lapsed ones too; nothing of a case is ever asked of it. */
  #coordination: Coordination | null = null;
  readonly #cases = new CaseReadings();
  readonly #audit: DeskAudit;

  constructor(trust: Trust) {
    this.#trust = trust;
    this.#audit = new DeskAudit(trust);
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
    this.#verified = null;
    this.#coordination = null;
    this.#audit.forgetRosters();
    const roster = verifyPublished(published, this.#trust, today, pageOrigin, this.#highestRoster);
    const self = this.#self(roster, today);
    this.#verified = { roster, packet: ownPacket(published, this.#keyring), today };
    this.#coordinate({ published, roster, today, standing: "in-force" });
    return {
      roster: rosterView(roster.roster, today),
      self: memberView(self, today),
      keyring: this.#remember(roster.roster.version),
    };
  }

  /** @throws VaultFailure `not-a-member` unless that roster lists this keyring's owner, active, under their own key */
  #self({ roster }: VerifiedRoster, today: number): Member {
    const { memberId, signing } = this.#keyring;
    const self = roster.members.find(({ id }) => id === toBase64Url(memberId));
    const mine = toBase64Url(verifyKeyOf(signing));
    if (self === undefined || self.key !== mine || !isActive(self, today)) {
      throw new VaultFailure("not-a-member");
    }
    return self;
  }

  #coordinate(place: Pick<Coordinator, "published" | "roster" | "today" | "standing">): void {
    const own = { trust: this.#trust, keyring: this.#keyring, origin: this.#origin() };
    this.#coordination = new Coordination({ ...place, ...own });
  }

  async verifyLapsed(
    published: PublishedRoster,
    today: number,
    pageOrigin: string,
  ): Promise<{ readonly roster: RosterView; readonly self: MemberView }> {
    this.#verified = null;
    this.#coordination = null;
    const roster = verifyLapsed(published, this.#trust, today, pageOrigin, this.#highestRoster);
    const self = this.#self(roster, today);
    if (!self.roles.includes("coordinator")) throw new CryptoError("roster-expired");
    this.#coordinate({ published, roster, today, standing: "lapsed" });
    return { roster: rosterView(roster.roster, today), self: memberView(self, today) };
  }

  #requireCoordination(): Coordination {
    if (this.#coordination === null) throw new VaultFailure("not-ready");
    return this.#coordination;
  }

  readonly organisation: CoordinatorVault["organisation"] = async () =>
    this.#requireCoordination().organisation();
  readonly makeInvitation: CoordinatorVault["makeInvitation"] = async (plan) =>
    this.#requireCoordination().invite(plan);
  readonly readInvitations: CoordinatorVault["readInvitations"] = async (listed) =>
    this.#requireCoordination().read(listed);
  readonly signNextRoster: CoordinatorVault["signNextRoster"] = async (change) =>
    this.#requireCoordination().sign(change);
  readonly readDelegation: CoordinatorVault["readDelegation"] = async (text) =>
    this.#requireCoordination().delegation(text);

  /** Remembers a newer roster, so that no older one is ever believed again. */
  #remember(version: number): KeyringSave | null {
    this.#highestRoster = Math.max(this.#highestRoster, version);
    if (version <= this.#keyring.highestRoster) return null;
    return this.#account.keyring.save({ highestRoster: version });
  }

  async keyringSaved(version: number): Promise<void> {
    this.#account.saved(version);
  }

  /** Anything that goes to the server only after the roster has said that this keyring is who it should be. */
  get #verifiedAccount(): Account {
    this.#requireVerified();
    return this.#account;
  }

  readonly newRecoveryKey: Own["newRecoveryKey"] = (language) =>
    this.#account.newRecoveryKey(language);
  readonly isRecoveryWord: Own["isRecoveryWord"] = (position, typed) =>
    this.#account.isRecoveryWord(position, typed);
  readonly sealDrafts: Own["sealDrafts"] = async (text) => this.#account.sealDrafts(text);
  readonly openDrafts: Own["openDrafts"] = async (sealed) => this.#account.openDrafts(sealed);
  readonly saveRecoveryKey: Own["saveRecoveryKey"] = async () =>
    this.#verifiedAccount.saveRecoveryKey();
  readonly proposePassphrase: Own["proposePassphrase"] = (known) =>
    this.#account.proposePassphrase(known);
  readonly weaknessOf: Own["weaknessOf"] = async (passphrase, known) =>
    this.#account.weaknessOf(passphrase, known);
  readonly replacePassphrase: Own["replacePassphrase"] = async (...given) =>
    this.#verifiedAccount.replacePassphrase(...given);

  #epochs(): Epochs {
    const { packet, today } = this.#requireVerified();
    return { account: this.#account, packet, today, trust: this.#trust };
  }

  readonly keyStanding: Own["keyStanding"] = async () => keyStanding(this.#epochs());
  readonly newKey: Own["newKey"] = async () => newKey(this.#epochs());
  readonly rewrap: Own["rewrap"] = async (key, wraps) => rewrap(this.#account, key, wraps);
  readonly retireKey: Own["retireKey"] = async (key) => retireKey(this.#epochs(), key);

  readonly signAudit: AuditingVault["signAudit"] = async (act, head, day) =>
    this.#audit.sign(act, head, day, this.#holding(), this.#requireVerified().today);
  readonly learnRosters: AuditingVault["learnRosters"] = async (rosters) =>
    this.#audit.learn(rosters, this.#requireVerified().roster.hash);
  readonly otherLists: AuditingVault["otherLists"] = async () =>
    this.#audit.otherLists(this.#cases.last, this.#requireVerified().roster.hash);
  readonly beginAudit: AuditingVault["beginAudit"] = async () => this.#audit.begin();
  readonly readAudit: AuditingVault["readAudit"] = async (entries) => this.#audit.read(entries);
  readonly endAudit: AuditingVault["endAudit"] = async (head) => this.#audit.end(head);

  async openCards(cases: OutputOf<"inbox">["cases"]): Promise<readonly CardView[]> {
    const holding = this.#holding();
    return cases.map((row) => {
      try {
        return readCard(row, holding);
      } catch {
        // One bad card must not hide the others; its row is shown and says that it did not open.
        return { plain: row.plain, card: null, news: false };
      }
    });
  }

  async openCase(page: OutputOf<"readCase">): Promise<DeskCaseView> {
    const { roster, today } = this.#requireVerified();
    const journal = this.#cases.open(page, this.#holding());
    return { ...journal.view(), rekeyDue: isRekeyDue(journal.state, roster, today) };
  }

  #holding(): Holding {
    const { memberId, signing } = this.#keyring;
    const { roster } = this.#requireVerified();
    const { pairs } = this.#account.keyring;
    return { origin: this.#origin(), roster, memberId: toBase64Url(memberId), signing, pairs };
  }

  #actContext(day: number): ActContext {
    const { roster, today } = this.#requireVerified();
    const journal = this.#cases.wholeUnder(roster);
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
