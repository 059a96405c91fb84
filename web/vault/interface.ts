/**
 * What a page may ask of the vault, and everything the vault ever tells it.
 * Invariant: no key crosses this border. The page holds what is shown on screen, and sealed bytes.
 */
import type { OwnWrap } from "../../worker/contract/key-endpoints.ts";
import type { KeyStanding, NewKey, NewPassphrase, RecoveryKeyFate } from "./own-keys.ts";
import type { InputOf, OutputOf } from "../../worker/contract/endpoints.ts";
import type {
  KeyringSave,
  PassphraseParameters,
  RekeyedSave,
  StoredKeyring,
} from "../../worker/contract/session.ts";
import type { SealedEntry } from "../../worker/contract/journal.ts";
import type { KeptFeedback, SealedFeedback } from "../../worker/contract/feedback.ts";
import type { IdentityEnvelope } from "../../worker/contract/release.ts";
import type { PublishedRoster } from "../../worker/contract/roster.ts";
import type { Weakness } from "../crypto/passphrase-strength.ts";
import type { CryptoErrorCode } from "../crypto/suite.ts";
import type { AuditingVault } from "./auditing.ts";
import type { CoordinatorVault } from "./coordination.ts";
import type { ParsedCode } from "../crypto/tracking-code.ts";
import type { CardView } from "./card-view.ts";
import type { CaseState, Standing } from "../payload/case-state.ts";
import type { Channel } from "../payload/channels.ts";
import type { ClosureReason } from "../payload/entries/closure.ts";
import type { Export } from "../payload/entries/export.ts";
import type { CaseworkPayload } from "../payload/entries/index.ts";
import type { Feedback } from "../payload/given-feedback.ts";
import type { Notice } from "../payload/entries/notice.ts";
import type { Identity } from "../payload/identity.ts";
import type { JournalItem } from "../payload/journal.ts";
import type { FeedbackView } from "./feedback-views.ts";
import type { ExtensionAct } from "./promise-act.ts";
import type { PasskeyVault } from "./passkey-vault.ts";
import type { MemberView, RosterView } from "./people-views.ts";
import type { WaitingDecision } from "./release-vetting.ts";
import type { AccessAct } from "./access-act.ts";
import type { ChallengeAct } from "./challenge-act.ts";
import type { ColleagueVault } from "./colleague-views.ts";
import type { SavedViewsVault } from "./saved-views.ts";
import type { DecidedAct, Interests, ReleaseVault } from "./release-views.ts";

/** `fallback` is the JavaScript build: the same bytes, slower. */
export type SodiumBuild = "wasm" | "fallback";

export type { DeskView, MemberView, RosterView } from "./people-views.ts";

export interface ReportDraft {
  readonly desk: string;
  readonly urgent: boolean;
  /** Member ids the reporter took out. */
  readonly excluded: readonly string[];
  readonly channel: Channel;
  readonly language: string;
  readonly title: string;
  readonly text: string;
  /** Who they are, for custodians alone; null when they did not say. */
  readonly identity: Identity | null;
  /** The server's day, from the challenge. */
  readonly day: number;
}

/** A submission, all but its proof of work. Sending the same one again is safe: it is the same case. */
export type SealedReport = Omit<InputOf<"submitReport">, "proof">;

export interface TrackingCodeView {
  /** Twelve words, and the language of their list. */
  readonly words: readonly string[];
  readonly wordsLanguage: string;
  /** The same code for every language: twelve groups of four digits. */
  readonly numbers: readonly string[];
}

/** What was typed and is no code: how far it goes. */
export type IncompleteCode = Exclude<ParsedCode, { readonly kind: "code" }>;

/** What was typed; the code itself stays in the vault. */
export type CodeEntry = { readonly kind: "complete" } | IncompleteCode;

/** The first entry of a lane that did not hold, and why. */
export interface BrokenAt {
  readonly lane: "conversation" | "internal";
  readonly seq: number;
  readonly code: CryptoErrorCode;
}

/** `none` while nobody has opened it; `not-sealed-to-you` when it is there, under a key not given to this reader. */
export type InternalLane = "open" | "none" | "not-sealed-to-you";

export interface CaseView {
  /** Verified, each lane from its first entry; to the end unless `broken`. */
  readonly items: readonly JournalItem[];
  readonly state: CaseState;
  readonly standing: Standing;
  /** Shown beside the items, and nothing is sealed while it is not null. */
  readonly broken: BrokenAt | null;
  readonly internal: InternalLane;
  /** Who opened it, by an entry that could not be opened: a claim, and only when it was not sealed to this reader. */
  readonly internalOpener: string | null;
  /** Custodians' decisions the server holds that the conversation does not say; a member's are in `readReleases`. */
  readonly waiting: readonly WaitingDecision[];
}

export interface ReporterVault {
  start(): Promise<SodiumBuild>;
  /** `today` is the device's day. Rejects with a VaultFailure when any link of the chain does not hold. */
  verifyRoster(published: PublishedRoster, today: number, pageOrigin: string): Promise<RosterView>;
  /** Makes the tracking code and seals. Needs a verified roster; rejects with `no-recipient` when everybody is taken out. */
  sealReport(draft: ReportDraft): Promise<SealedReport>;
  /** The code of the report just sealed. Ask only once the server has it. */
  trackingCode(language: string): Promise<TrackingCodeView>;
  /** Was this the `position`-th word (or number) of the code just made? 1 for the first. */
  checkWord(position: number, typed: string): Promise<boolean>;
  /** Words of any shipped list or numbers, any case, any separators. A complete one is kept for signIn. */
  enterCode(text: string): Promise<CodeEntry>;
  signIn(
    challenge: OutputOf<"challenge">,
  ): Promise<Pick<InputOf<"reporterSignIn">, "locator" | "signature">>;
  /**
   * The first page of a case forgets any earlier one; later pages extend it. Rejects when nothing of the
   * journal verifies, or it lacks what was there before; what verifies up to a later entry is `broken`.
   */
  openCase(page: OutputOf<"reporterRead">): Promise<CaseView>;
  /**
   * The receipt that stands in the conversation at that seq, with the signed list that names who signed it: the text of
   * a file to keep. Rejects with `receipt-invalid` when it would prove nothing.
   */
  receiptFile(seq: number): Promise<string>;
  sealMessage(text: string, language: string, day: number): Promise<SealedEntry>;
  /** About the decision that stands now. Rejects with `not-permitted` where there is none to challenge. */
  sealChallenge(text: string, language: string, day: number): Promise<SealedEntry>;
  sealWithdrawal(day: number): Promise<SealedEntry>;
  /** An envelope with nothing in it, to go with every addition that is about something else. */
  emptyEnvelope(): Promise<IdentityEnvelope>;
  /** Rejects with `no-recipient` when nobody could open it. */
  sealIdentity(
    identity: Identity,
    day: number,
  ): Promise<{ readonly entry: SealedEntry; readonly identity: IdentityEnvelope }>;
  sealIdentityWithdrawal(day: number): Promise<SealedEntry>;
  /** Needs a verified roster and no code. Rejects with `no-recipient` where no coordinator has a key. */
  sealFeedback(feedback: Feedback): Promise<SealedFeedback>;
}

export type { CardView } from "./card-view.ts";

export type DeskAct =
  /** Make the internal lane; the first recipient to open a case does this. */
  | { readonly kind: "open" }
  | { readonly kind: "acknowledge"; readonly text: string; readonly language: string }
  | { readonly kind: "reply"; readonly text: string; readonly language: string }
  /** From a fixed template; the reporter's page says it in the language it is read in. */
  | { readonly kind: "notice"; readonly payload: Notice }
  | { readonly kind: "note"; readonly text: string; readonly language: string }
  /** Work written down for those who read the case. */
  | { readonly kind: "casework"; readonly payload: CaseworkPayload }
  /** Parts of the case leave Tern: what is written before they do. */
  | { readonly kind: "export"; readonly payload: Export }
  | ExtensionAct
  | {
      readonly kind: "close";
      readonly reason: ClosureReason;
      readonly text: string;
      readonly language: string;
      /** Why closing is in the child's best interests, for those who read the case; nothing is closed without. */
      readonly bestInterests: Interests;
    }
  | ChallengeAct
  /** Speaks against an exclusion: another reader may then let that member in. The reporter sees it. */
  | {
      readonly kind: "override";
      readonly member: string;
      readonly reason: string;
      readonly language: string;
    }
  | DecidedAct;

export type { AccessAct } from "./access-act.ts";

/** An act as it goes to the server, all but what the audit log says of it. */
export type SealedAct = Omit<InputOf<"appendToCase">, "audit"> & {
  /** Journal hash of the entry that says why the step serves the child; null for an act that needs no such reason. */
  readonly interests: string | null;
};

/** A case as one of its readers has it. */
export interface DeskCaseView extends CaseView {
  /** Somebody holds the keys in force who may not read any more: before any word, new ones have to be made. */
  readonly rekeyDue: boolean;
}
export type {
  AuditEntryView,
  AuditFault,
  AuditFinding,
  FormerMember,
  OtherList,
} from "./auditing.ts";
export type { KeyStanding, NewKey, NewPassphrase, RecoveryKeyFate } from "./own-keys.ts";
export type { PasskeyQuestion } from "./passkey-vault.ts";
export type { Weakness } from "../crypto/passphrase-strength.ts";

export interface DeskVault
  extends
    CoordinatorVault,
    AuditingVault,
    ReleaseVault,
    PasskeyVault,
    ColleagueVault,
    SavedViewsVault {
  /** Rejects with `no-wasm` where WebAssembly is off: a passphrase would take minutes there. */
  start(): Promise<SodiumBuild>;
  /** Argon2id, self-tested first. Keeps the result for signIn and unlock. */
  stretch(passphrase: string, parameters: PassphraseParameters): Promise<void>;
  signIn(challenge: OutputOf<"challenge">): Promise<Pick<InputOf<"memberSignIn">, "signature">>;
  unlock(stored: StoredKeyring): Promise<void>;
  /** Texts not sent yet, sealed to this member's own key for as long as the page is locked; base64url. */
  sealDrafts(text: string): Promise<string>;
  /** Null when they are somebody else's, or of a key this member has given up. */
  openDrafts(sealed: string): Promise<string | null>;
  /** Also refuses a roster older than the newest this member ever saw. */
  verifyRoster(
    published: PublishedRoster,
    today: number,
    pageOrigin: string,
  ): Promise<{
    readonly roster: RosterView;
    readonly self: MemberView;
    /** To be saved when this roster is newer than the keyring remembers. */
    readonly keyring: KeyringSave | null;
  }>;
  /** The server has the keyring that was last handed out to be saved, as this version. */
  keyringSaved(version: number): Promise<void>;
  /** Twelve words or numbers, as forgiving as a tracking code. A complete one is kept for signIn and unlock. */
  enterRecoveryKey(text: string): Promise<CodeEntry>;
  /** For somebody who lost their second factor, beside the passphrase. Null when what was typed is no such key. */
  signByRecoveryKey(text: string, challenge: OutputOf<"challenge">): Promise<string | null>;
  /** To be shown once and asked back. Nothing is changed until it has been saved. */
  newRecoveryKey(language: string): Promise<TrackingCodeView>;
  isRecoveryWord(position: number, typed: string): Promise<boolean>;
  /** The key just shown as a way in, in the place of any before it. */
  saveRecoveryKey(): Promise<RekeyedSave>;
  /** `known` are the names anybody would try first. */
  proposePassphrase(known: readonly string[]): Promise<string>;
  weaknessOf(passphrase: string, known: readonly string[]): Promise<Weakness | null>;
  /**
   * The keyring under a new key, for this passphrase, the recovery key there is or the one just shown, and every other
   * way in. Rejects with `passphrase-weak`.
   */
  replacePassphrase(
    passphrase: string,
    known: readonly string[],
    recovery: RecoveryKeyFate,
  ): Promise<NewPassphrase>;
  /** By the member's own packet in the roster last verified. */
  keyStanding(): Promise<KeyStanding>;
  /** The next key, its packet, and the keyring under a new key that holds it beside the former. */
  newKey(): Promise<NewKey>;
  /** The member's own wraps, from a former key to the newest. */
  rewrap(key: string, wraps: readonly OwnWrap[]): Promise<InputOf<"replaceWraps">>;
  /** The keyring under a new key and without that former one. Rejects with `not-ready` before its time. */
  retireKey(key: string): Promise<RekeyedSave>;
  /** In the order given; one that does not open has nothing said in it. */
  openFeedback(kept: readonly KeptFeedback[]): Promise<readonly FeedbackView[]>;
  openCards(cases: OutputOf<"inbox">["cases"]): Promise<readonly CardView[]>;
  /** As the reporter's. After another roster was verified a case is read from its start again. */
  openCase(page: OutputOf<"readCase">): Promise<DeskCaseView>;
  /**
   * Seals an act on the case last opened, at the end of its journal as last read. Rejects with
   * `roster-stale` when the report names a recipient the verified roster does not know, `not-ready` while new keys
   * are due.
   */
  seal(act: DeskAct, day: number): Promise<SealedAct>;
  /**
   * Seals a change of who may read on the case last opened. Rejects with `not-permitted` when every reader would
   * refuse it, `no-recipient` for somebody who may not be let in, `sole-holder` when nobody would be left.
   */
  sealAccess(act: AccessAct, day: number): Promise<Omit<InputOf<"changeAccess">, "audit">>;
}
