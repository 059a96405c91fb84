/**
 * Somebody who has lost their passphrase, at their vault: a request's keys, and what colleagues gave out for it.
 * Invariant: a share counts only with the signed approval of an active colleague whom the account's owner chose, for
 * this very request; the server says nothing here that is believed.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import type { RecoveryApproval, RecoverySetUp } from "../../worker/contract/recovery.ts";
import type { Member } from "../../worker/contract/roster.ts";
import {
  combineColleagues,
  openApprovedShare,
  openRecoveryDecision,
  openSetUp,
  type ColleagueKeys,
} from "../crypto/colleagues.ts";
import { wordsOf } from "../crypto/invitation.ts";
import { verifyKey } from "../crypto/keys.ts";
import {
  publicPartOf,
  recoveryRequestHash,
  recoveryRequestKeys,
  type RecoveryRequestKeys,
} from "../crypto/recovery-request.ts";
import type { VerifiedRoster } from "../crypto/roster.ts";
import { isActive } from "../crypto/roster.ts";
import { signChallenge } from "../crypto/sign-in.ts";
import { CryptoError } from "../crypto/suite.ts";
import { newTrackingCode, parseCode } from "../crypto/tracking-code.ts";
import { codeView } from "./code-view.ts";
import type { ApprovalsView, NewRecoveryRequest } from "./colleague-views.ts";
import { VaultFailure } from "./failure.ts";
import type { CodeEntry } from "./interface.ts";
import { allWordLists, wordListFor } from "./word-lists.ts";

export interface ReadApprovals {
  readonly view: ApprovalsView;
  /** Null while there are too few. */
  readonly keys: ColleagueKeys | null;
}

interface Gathering {
  readonly setUp: RecoverySetUp;
  readonly roster: VerifiedRoster;
  readonly today: number;
}

export class AskingColleagues {
  /** 32-byte hash of the organisation's origin. */
  readonly #origin: Uint8Array;
  #keys: RecoveryRequestKeys | null = null;

  constructor(origin: Uint8Array) {
    this.#origin = origin;
  }

  #requireKeys(): RecoveryRequestKeys {
    if (this.#keys === null) throw new VaultFailure("not-ready");
    return this.#keys;
  }

  async make(language: string): Promise<NewRecoveryRequest> {
    const code = newTrackingCode();
    const view = await codeView(code, language);
    this.#keys = recoveryRequestKeys(code);
    return { request: publicPartOf(this.#keys), code: view };
  }

  async enter(text: string): Promise<CodeEntry> {
    const parsed = parseCode(text, await allWordLists());
    if (parsed.kind !== "code") return parsed;
    this.#keys = recoveryRequestKeys(parsed.code);
    return { kind: "complete" };
  }

  #hash(): Uint8Array {
    return recoveryRequestHash(publicPartOf(this.#requireKeys()), this.#origin);
  }

  async words(): Promise<readonly string[]> {
    return wordsOf(this.#hash(), await wordListFor("en"));
  }

  /** base64url */
  sign({ challenge, day }: OutputOf<"challenge">): string {
    const { signIn } = this.#requireKeys();
    return toBase64Url(signChallenge(signIn, this.#origin, fromBase64Url(challenge), day));
  }

  /** @throws CryptoError `recovery-invalid` when no active member signed that set-up as their own */
  #setUp(
    { owner, setUp: signed }: NonNullable<OutputOf<"collectShares">["approved"]>,
    { roster }: VerifiedRoster,
    today: number,
  ): { readonly setUp: RecoverySetUp; readonly member: Member } {
    const member = roster.members.find(({ id }) => id === owner);
    if (member === undefined || !isActive(member, today)) throw new CryptoError("recovery-invalid");
    const setUp = openSetUp(signed, verifyKey(fromBase64Url(member.key)));
    const needed = roster.recoveryThreshold;
    const fits = setUp.owner === owner && setUp.origin === roster.origin && needed !== undefined;
    if (!fits || setUp.threshold < needed) throw new CryptoError("recovery-invalid");
    return { setUp, member };
  }

  /** Whose approval it is, and their share. @throws CryptoError `recovery-invalid` */
  #open(
    { decision: signed, share: sealed }: RecoveryApproval,
    { setUp, roster, today }: Gathering,
  ): { readonly colleague: Member; readonly share: Uint8Array } {
    const request = this.#hash();
    const listed = new Set(setUp.colleagues.map(({ member }) => member));
    for (const colleague of roster.roster.members) {
      const may =
        listed.has(colleague.id) && colleague.id !== setUp.owner && isActive(colleague, today);
      const decision = may ? this.#decisionBy(colleague, signed) : null;
      const fits =
        decision !== null &&
        decision.answer === "approved" &&
        decision.colleague === colleague.id &&
        decision.owner === setUp.owner &&
        decision.setUp === setUp.setUp &&
        decision.origin === setUp.origin &&
        decision.request === toBase64Url(request);
      if (!fits) continue;
      const holder = { origin: this.#origin, colleague: colleague.id };
      const { seal } = this.#requireKeys();
      return { colleague, share: openApprovedShare(sealed, seal, setUp, holder, request) };
    }
    throw new CryptoError("recovery-invalid");
  }

  #decisionBy({ key }: Member, signed: RecoveryApproval["decision"]) {
    try {
      return openRecoveryDecision(signed, verifyKey(fromBase64Url(key)));
    } catch {
      return null;
    }
  }

  /** @throws CryptoError `recovery-invalid` when the set-up itself does not hold */
  async read(
    { approved }: OutputOf<"collectShares">,
    roster: VerifiedRoster,
    today: number,
  ): Promise<ReadApprovals> {
    if (approved === null) {
      const nobody = { owner: null, threshold: null, approved: [], refused: 0 };
      return { view: { ...nobody, standing: "waiting" }, keys: null };
    }
    const { setUp, member } = this.#setUp(approved, roster, today);
    const shares = new Map<string, Uint8Array>();
    const names: string[] = [];
    let refused = 0;
    for (const approval of approved.approvals) {
      try {
        const { colleague, share } = this.#open(approval, { setUp, roster, today });
        if (shares.has(colleague.id)) continue;
        shares.set(colleague.id, share);
        names.push(colleague.name);
      } catch (error) {
        if (!(error instanceof CryptoError)) throw error;
        // One that does not hold must not hide the others.
        refused += 1;
      }
    }
    const enough = shares.size >= setUp.threshold;
    const keys = enough ? await combineColleagues([...shares.values()], setUp) : null;
    const { threshold } = setUp;
    const standing = enough ? "open" : "waiting";
    const view = { owner: member.name, threshold, approved: names, refused, standing } as const;
    return { view, keys };
  }
}
