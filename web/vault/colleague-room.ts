/**
 * Recovery by colleagues as a signed-in member works on it, from both sides: setting it up, and being asked.
 * Invariant: a share leaves here sealed to a request that was opened here, so that what is approved is what was shown.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { InputOf, OutputOf } from "../../worker/contract/endpoints.ts";
import { ID_BYTES, RECOVERY_COLLEAGUES_MAX } from "../../worker/contract/limits.ts";
import type { RecoveryAnswer, RecoverySetUp } from "../../worker/contract/recovery.ts";
import { equal, random } from "../crypto/bytes.ts";
import {
  colleagueKeys,
  colleaguesWayIn,
  giveOutShare,
  openKeptShare,
  openRecoveryDecision,
  openSetUp,
  signRecoveryDecision,
  signSetUp,
  splitSecret,
} from "../crypto/colleagues.ts";
import { wordsOf } from "../crypto/invitation.ts";
import { wayInHash } from "../crypto/keyring-slots.ts";
import { sealPublicKey, verifyKey, verifyKeyOf } from "../crypto/keys.ts";
import { recoveryRequestHash } from "../crypto/recovery-request.ts";
import { isActive } from "../crypto/roster.ts";
import { sodium } from "../crypto/sodium.ts";
import { CryptoError } from "../crypto/suite.ts";
import type { Account } from "./account.ts";
import type { ColleaguesView, RecoveryRequestView, SetUpView } from "./colleague-views.ts";
import { VaultFailure } from "./failure.ts";
import type { Holding } from "./holding.ts";
import { wordListFor } from "./word-lists.ts";

type Asked = OutputOf<"recoveryRequests">["requests"][number];

interface OpenRequest {
  readonly asked: Asked;
  readonly setUp: RecoverySetUp;
  readonly share: Uint8Array;
  readonly request: Uint8Array;
}

export interface Surroundings {
  readonly account: () => Account;
  /** @throws VaultFailure `not-ready` */
  readonly holding: () => Holding;
  /** Days since 1970-01-01, UTC. @throws VaultFailure `not-ready` */
  readonly today: () => number;
}

export class ColleagueRoom {
  readonly #around: Surroundings;
  /** By owner. */
  readonly #requests = new Map<string, OpenRequest>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** @throws CryptoError `recovery-invalid` where it is off, for oneself, for too few or too many, or for somebody who left */
  async setUp(
    chosen: readonly string[],
    day: number,
  ): Promise<Omit<InputOf<"setUpColleagues">, "audit">> {
    const { origin, roster, memberId, signing } = this.#around.holding();
    const threshold = roster.roster.recoveryThreshold;
    const colleagues = chosen.flatMap((id) => {
      const key = roster.sealKeys.get(id);
      return key === undefined || !this.#isActive(id) || id === memberId ? [] : [{ id, key }];
    });
    const few = threshold === undefined || colleagues.length < threshold;
    const fits =
      colleagues.length === new Set(chosen).size &&
      colleagues.length === chosen.length &&
      colleagues.length <= RECOVERY_COLLEAGUES_MAX;
    if (few || !fits) throw new CryptoError("recovery-invalid");
    const secret = random(32);
    const keys = colleagueKeys(secret);
    const wayIn = colleaguesWayIn(keys);
    const setUp = toBase64Url(random(ID_BYTES));
    const place = { origin, setUp, owner: memberId };
    const split = await splitSecret(secret, threshold, colleagues, place);
    for (const wiped of [secret, keys.signIn, keys.slot.secretKey]) sodium().memzero(wiped);
    const signed = signSetUp(
      {
        suite: "tern/1",
        origin: roster.roster.origin,
        setUp,
        owner: memberId,
        day,
        threshold,
        colleagues: split.colleagues,
        wayIn: toBase64Url(wayInHash(wayIn)),
      },
      signing,
    );
    const keyring = this.#around.account().saveColleagues(wayIn);
    return { setUp: signed, shares: [...split.shares], keyring };
  }

  #isActive(id: string): boolean {
    const { roster } = this.#around.holding();
    const member = roster.roster.members.find((one) => one.id === id);
    return member !== undefined && isActive(member, this.#around.today());
  }

  #nameOf(id: string): string {
    const { members } = this.#around.holding().roster.roster;
    return members.find((one) => one.id === id)?.name ?? "";
  }

  /** What the keyring says of it decides: the server can show an old one, or none. */
  #setUpView(signed: OutputOf<"ownColleagues">["setUp"]): SetUpView {
    const { waysIn, keyring } = this.#around.account().keyring;
    const own = waysIn.find(({ kind }) => kind === "colleagues");
    if (own === undefined) return { kind: "none" };
    if (signed === null) return { kind: "refused" };
    try {
      const { memberId, roster } = this.#around.holding();
      const setUp = openSetUp(signed, verifyKeyOf(keyring.signing));
      const isOwn = setUp.owner === memberId && setUp.origin === roster.roster.origin;
      if (!isOwn || !equal(fromBase64Url(setUp.wayIn), wayInHash(own))) return { kind: "refused" };
      return this.#standing(setUp);
    } catch (error) {
      if (error instanceof CryptoError) return { kind: "refused" };
      throw error;
    }
  }

  #standing({ day, threshold, colleagues }: RecoverySetUp): SetUpView {
    const needed = this.#around.holding().roster.roster.recoveryThreshold;
    const listed = colleagues.map(({ member: id }) => ({
      id,
      name: this.#nameOf(id),
      standing: this.#isActive(id) ? ("active" as const) : ("left" as const),
    }));
    const left = listed.filter(({ standing }) => standing === "active").length;
    const weak = needed !== undefined && (threshold < needed || left < threshold);
    const standing = needed === undefined ? "off" : weak ? "weak" : "works";
    return { kind: "stands", day, threshold, colleagues: listed, standing };
  }

  async read({ setUp, request }: OutputOf<"ownColleagues">): Promise<ColleaguesView> {
    const { origin } = this.#around.holding();
    const list = await wordListFor("en");
    return {
      setUp: this.#setUpView(setUp),
      request:
        request === null
          ? null
          : {
              signInKey: request.signInKey,
              day: request.day,
              words: wordsOf(recoveryRequestHash(request, origin), list),
            },
    };
  }

  /** @throws CryptoError `recovery-invalid` */
  #open(asked: Asked): OpenRequest {
    const { origin, roster, memberId, pairs } = this.#around.holding();
    const owner = roster.roster.members.find(({ id }) => id === asked.owner);
    const needed = roster.roster.recoveryThreshold;
    const pair = pairs.get(asked.shareKey);
    if (owner === undefined || needed === undefined || pair === undefined) {
      throw new CryptoError("recovery-invalid");
    }
    const setUp = openSetUp(asked.setUp, verifyKey(fromBase64Url(owner.key)));
    const fits =
      setUp.owner === owner.id &&
      setUp.owner !== memberId &&
      setUp.origin === roster.roster.origin &&
      setUp.threshold >= needed &&
      this.#isActive(owner.id);
    if (!fits) throw new CryptoError("recovery-invalid");
    const share = openKeptShare(asked.share, pair, setUp, { origin, colleague: memberId });
    return { asked, setUp, share, request: recoveryRequestHash(asked, origin) };
  }

  #answerIn({ asked }: OpenRequest): RecoveryAnswer | null {
    const { signing } = this.#around.holding();
    if (asked.decision === null) return null;
    return openRecoveryDecision(asked.decision, verifyKeyOf(signing)).answer;
  }

  async openRequests({
    requests,
  }: OutputOf<"recoveryRequests">): Promise<readonly RecoveryRequestView[]> {
    const list = await wordListFor("en");
    this.#requests.clear();
    return requests.map((asked): RecoveryRequestView => {
      const { owner, signInKey, day } = asked;
      const about = { owner, signInKey, day };
      try {
        const opened = this.#open(asked);
        const answer = this.#answerIn(opened);
        this.#requests.set(owner, opened);
        const { setUp, request } = opened;
        return {
          ...about,
          kind: "holds",
          name: this.#nameOf(owner),
          words: wordsOf(request, list),
          threshold: setUp.threshold,
          setUpDay: setUp.day,
          answer,
        };
      } catch (error) {
        if (!(error instanceof CryptoError)) throw error;
        // One bad request must not hide the others.
        return { ...about, kind: "refused" };
      }
    });
  }

  /** @throws VaultFailure `not-ready` for a request that was not opened here */
  decide(
    owner: string,
    answer: RecoveryAnswer,
    day: number,
  ): Omit<InputOf<"decideRecovery">, "audit"> {
    const opened = this.#requests.get(owner);
    if (opened === undefined) throw new VaultFailure("not-ready");
    const { origin, memberId: colleague, signing } = this.#around.holding();
    const { asked, setUp, share, request } = opened;
    const decision = signRecoveryDecision(
      {
        suite: "tern/1",
        origin: setUp.origin,
        setUp: setUp.setUp,
        owner,
        request: toBase64Url(request),
        colleague,
        day,
        answer,
      },
      signing,
    );
    const { signInKey } = asked;
    if (answer === "declined") return { owner, signInKey, decision, share: null };
    const requester = sealPublicKey(fromBase64Url(asked.key));
    const given = giveOutShare(share, requester, setUp, { origin, colleague }, request);
    return { owner, signInKey, decision, share: toBase64Url(given) };
  }
}
