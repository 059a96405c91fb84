/** The part of a member's vault that recovery by colleagues uses: signed in, and by somebody who cannot be. */
import type { PublishedRoster } from "../../worker/contract/roster.ts";
import type { ColleagueKeys } from "../crypto/colleagues.ts";
import type { VerifiedRoster } from "../crypto/roster.ts";
import { AskingColleagues } from "./asking-colleagues.ts";
import { ColleagueRoom, type Surroundings } from "./colleague-room.ts";
import type { ColleagueVault } from "./colleague-views.ts";

export interface RecoverySurroundings extends Surroundings {
  /** 32-byte hash of the organisation's origin; asked for once libsodium has loaded. */
  readonly origin: () => Uint8Array;
  /** Needs no member: whoever asks remembers no roster. @throws VaultFailure, CryptoError */
  readonly verify: (
    published: PublishedRoster,
    today: number,
    pageOrigin: string,
  ) => VerifiedRoster;
  /** The keys of the slot are here: signing in comes next. */
  readonly arrive: (keys: ColleagueKeys) => void;
}

export function recoveryVault(around: RecoverySurroundings): ColleagueVault {
  const room = new ColleagueRoom(around);
  let made: AskingColleagues | null = null;
  const asking = (): AskingColleagues => (made ??= new AskingColleagues(around.origin()));
  return {
    setUpColleagues: (colleagues, day) => room.setUp(colleagues, day),
    endColleagues: async () => around.account().saveColleagues(null),
    readColleagues: (answer) => room.read(answer),
    openRecoveryRequests: (answer) => room.openRequests(answer),
    decideRecovery: async (owner, answer, day) => room.decide(owner, answer, day),
    newRecoveryRequest: (language) => asking().make(language),
    enterRecoveryRequest: (text) => asking().enter(text),
    recoveryWords: () => asking().words(),
    signCollecting: async (challenge) => ({ signature: asking().sign(challenge) }),
    readApprovals: async (answer, published, today, pageOrigin) => {
      const roster = around.verify(published, today, pageOrigin);
      const { view, keys } = await asking().read(answer, roster, today);
      if (keys !== null) around.arrive(keys);
      return view;
    },
  };
}
