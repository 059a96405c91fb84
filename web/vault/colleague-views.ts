/**
 * Recovery by colleagues as a page may show it: to the member who sets it up, to a colleague who is asked, to somebody
 * who has lost their passphrase; and what a page may ask of the vault about it.
 */
import type { InputOf, OutputOf } from "../../worker/contract/endpoints.ts";
import type { RecoveryAnswer, RecoveryRequest } from "../../worker/contract/recovery.ts";
import type { PublishedRoster } from "../../worker/contract/roster.ts";
import type { RekeyedSave } from "../../worker/contract/session.ts";
import type { CodeEntry, TrackingCodeView } from "./interface.ts";

/** What a member has set up; by their own signature, and by what their keyring says of its ways in. */
export type SetUpView =
  | { readonly kind: "none" }
  /** The server shows another than the keyring names, or hides it. */
  | { readonly kind: "refused" }
  | {
      readonly kind: "stands";
      readonly day: number;
      readonly threshold: number;
      /** In their order; `left` may no longer bring anybody back. */
      readonly colleagues: readonly {
        readonly id: string;
        readonly name: string;
        readonly standing: "active" | "left";
      }[];
      /** `off`: not with this organisation any more. `weak`: the list of people asks for more now, or too few are left. */
      readonly standing: "works" | "off" | "weak";
    };

export interface OwnRequestView {
  /** Names the request to the server; base64url. */
  readonly signInKey: string;
  readonly day: number;
  readonly words: readonly string[];
}

export interface ColleaguesView {
  readonly setUp: SetUpView;
  /** Somebody asks in this member's name. */
  readonly request: OwnRequestView | null;
}

/** What a colleague is asked; `refused` when the set-up, or their own share of it, does not hold. */
export type RecoveryRequestView = {
  /** Member id; the server's word for it when it is refused. */
  readonly owner: string;
  readonly signInKey: string;
  readonly day: number;
} & (
  | {
      readonly kind: "holds";
      readonly name: string;
      readonly words: readonly string[];
      readonly threshold: number;
      readonly setUpDay: number;
      /** This colleague's own, as stored. */
      readonly answer: RecoveryAnswer | null;
    }
  | { readonly kind: "refused" }
);

export interface NewRecoveryRequest {
  readonly request: RecoveryRequest;
  /** To come back with, on this or another device. Shown once. */
  readonly code: TrackingCodeView;
}

export interface ApprovalsView {
  /** Whose account it is; null until somebody has approved. */
  readonly owner: string | null;
  readonly threshold: number | null;
  /** Names of colleagues whose approval and share hold. */
  readonly approved: readonly string[];
  /** Approvals that do not hold, whatever the reason. */
  readonly refused: number;
  /** The slot is open: signing in comes next. */
  readonly standing: "waiting" | "open";
}

export interface ColleagueVault {
  /** Rejects with `recovery-invalid` for too few, oneself, or somebody who cannot be sealed to. */
  readonly setUpColleagues: (
    colleagues: readonly string[],
    day: number,
  ) => Promise<Omit<InputOf<"setUpColleagues">, "audit">>;
  /** The keyring without that way in. */
  readonly endColleagues: () => Promise<RekeyedSave>;
  readonly readColleagues: (answer: OutputOf<"ownColleagues">) => Promise<ColleaguesView>;
  /** What a colleague is asked. Those that hold can then be decided. */
  readonly openRecoveryRequests: (
    answer: OutputOf<"recoveryRequests">,
  ) => Promise<readonly RecoveryRequestView[]>;
  readonly decideRecovery: (
    owner: string,
    answer: RecoveryAnswer,
    day: number,
  ) => Promise<Omit<InputOf<"decideRecovery">, "audit">>;
  /** Needs no member: for somebody who has lost their passphrase. */
  readonly newRecoveryRequest: (language: string) => Promise<NewRecoveryRequest>;
  /** The code of a request that was made before. A complete one is kept, as a new one is. */
  readonly enterRecoveryRequest: (text: string) => Promise<CodeEntry>;
  /** Of the request at hand, to be read out to colleagues. */
  readonly recoveryWords: () => Promise<readonly string[]>;
  readonly signCollecting: (
    challenge: OutputOf<"challenge">,
  ) => Promise<Pick<InputOf<"collectShares">, "signature">>;
  /** Once enough hold, `signIn` and `unlock` go on as with any other way in. */
  readonly readApprovals: (
    answer: OutputOf<"collectShares">,
    published: PublishedRoster,
    today: number,
    pageOrigin: string,
  ) => Promise<ApprovalsView>;
}
