/**
 * Releases as a page may show them: to a custodian what they are asked, to whoever asked what came of it; and what a
 * page may ask of a member's vault about them.
 */
import type { InputOf, OutputOf } from "../../worker/contract/endpoints.ts";
import type { OwnPiece, ReleaseAnswer } from "../../worker/contract/release.ts";
import type { Signed } from "../../worker/contract/roster.ts";
import type { Identity } from "../payload/identity.ts";
import type { WaitingDecision } from "./release-vetting.ts";

/** A passage for the notes beside a step that cannot be taken back (`BestInterests`). */
export interface Interests {
  readonly text: string;
  readonly language: string;
}

/** A request that goes to custodians besides. */
export interface ReleaseAct {
  readonly kind: "ask-identity";
  readonly reason: string;
  readonly language: string;
  /** Why knowing it is in the child's best interests, for those who read the case. */
  readonly bestInterests: Interests;
}

export type DecidedAct =
  /** Write into the conversation what custodians have decided. */
  | { readonly kind: "record-decisions"; readonly decisions: readonly Signed[] }
  /** The same, and that the identity is read now: the reporter is told before it is shown. */
  | {
      readonly kind: "open-identity";
      readonly release: string;
      readonly decisions: readonly Signed[];
    };

export type PiecesFound =
  | { readonly kind: "opened" }
  /** Fewer true pieces than are needed; those of these custodians are not what the reporter made. */
  | { readonly kind: "short"; readonly wrong: readonly string[] };

/** A request to a custodian; `refused` when it is not signed as it must be, or the piece does not fit; `key-lost` when the server has it no more. */
export type RequestView = {
  readonly release: string;
  readonly case: string;
  readonly desk: string;
  /** Member id: verified when it holds, the server's word when it does not. */
  readonly requester: string;
  readonly day: number;
} & (
  | {
      readonly kind: "holds";
      /** Is whoever asks among those the reporter sealed the report to? */
      readonly chosen: boolean;
      readonly language: string;
      readonly reason: string;
      readonly threshold: number;
      readonly custodians: readonly string[];
      /** This custodian's own, as stored. */
      readonly answer: ReleaseAnswer | null;
    }
  | { readonly kind: "refused" | "key-lost" }
);

/** As `SealedAct`: asking is never without its reason. */
export type SealedAsking = Omit<InputOf<"requestRelease">, "audit" | "interests"> & {
  readonly interests: string;
};

export interface ReleaseVault {
  /** Asks the custodians who the reporter is, on the case last opened: the reporter reads the reason too. */
  sealRelease(act: Omit<ReleaseAct, "kind">, day: number): Promise<SealedAsking>;
  /** What custodians decided and nobody wrote down yet, on the case last opened. */
  readReleases(answer: OutputOf<"releaseShares">): Promise<readonly WaitingDecision[]>;
  /** Puts the pieces together and keeps what comes of it in here; answers only whether there is something. */
  openIdentity(release: string, answer: OutputOf<"releaseShares">): Promise<PiecesFound>;
  /** What `openIdentity` opened; rejects with `not-ready` until the conversation says that it was opened. */
  revealIdentity(release: string): Promise<Identity>;
  /** A custodian's requests. Those that hold can then be decided. */
  openRequests(answer: OutputOf<"releaseRequests">): Promise<readonly RequestView[]>;
  decide(
    release: string,
    answer: ReleaseAnswer,
    day: number,
  ): Promise<Omit<InputOf<"decideRelease">, "audit">>;
  /** Pieces of keys to identities, and requests for them, under the newest of this member's keys. */
  movePieces(key: string, pieces: readonly OwnPiece[]): Promise<InputOf<"replacePieces">>;
}
