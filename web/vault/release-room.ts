/**
 * Releases as one member works on them, from both sides of the table: asking and reading, or deciding. What was
 * opened stays in here, and is gone with the vault.
 */
import type { InputOf, OutputOf } from "../../worker/contract/endpoints.ts";
import type { ReleaseAnswer } from "../../worker/contract/release.ts";
import type { Identity } from "../payload/identity.ts";
import type { CaseJournal } from "./case-journal.ts";
import { decide, openRequests, type OpenRequest } from "./custody.ts";
import { VaultFailure } from "./failure.ts";
import type { Holding } from "./holding.ts";
import { openReleased, prepareRequest, unrecorded, type PreparedRequest } from "./release-desk.ts";
import type { WaitingDecision } from "./release-vetting.ts";
import type { PiecesFound, ReleaseAct, RequestView } from "./release-views.ts";

export interface Surroundings {
  /** @throws VaultFailure `not-ready` */
  readonly holding: () => Holding;
  /** The case last opened, whole. @throws VaultFailure `not-ready` */
  readonly journal: () => CaseJournal;
}

export class ReleaseRoom {
  readonly #around: Surroundings;
  /** By release. */
  readonly #requests = new Map<string, OpenRequest>();
  readonly #identities = new Map<string, Identity>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  prepare(asked: Omit<ReleaseAct, "kind">, day: number): PreparedRequest {
    return prepareRequest(asked, day, this.#around.journal(), this.#around.holding());
  }

  /** @throws VaultFailure `not-ready` when another case was opened meanwhile. */
  #journalOf(caseId: string): CaseJournal {
    const journal = this.#around.journal();
    if (journal.caseId !== caseId) throw new VaultFailure("not-ready");
    return journal;
  }

  unrecorded(answer: OutputOf<"releaseShares">): readonly WaitingDecision[] {
    return unrecorded(answer.releases, this.#journalOf(answer.case), this.#around.holding());
  }

  async open(release: string, answer: OutputOf<"releaseShares">): Promise<PiecesFound> {
    const journal = this.#journalOf(answer.case);
    const holding = this.#around.holding();
    const opening = await openReleased(release, answer.releases, journal, holding);
    if (opening.kind === "short") return opening;
    this.#identities.set(release, opening.identity);
    return { kind: "opened" };
  }

  /** Only once the reporter, too, can read that it was opened. */
  reveal(id: string): Identity {
    const identity = this.#identities.get(id);
    const { memberId } = this.#around.holding();
    const release = this.#around.journal().state.releases.find((candidate) => candidate.id === id);
    const told = release?.requester === memberId && release.openedDay !== null;
    if (identity === undefined || !told) throw new VaultFailure("not-ready");
    return identity;
  }

  openRequests({ requests }: OutputOf<"releaseRequests">): readonly RequestView[] {
    this.#requests.clear();
    return openRequests(requests, this.#around.holding(), this.#requests);
  }

  decide(
    release: string,
    answer: ReleaseAnswer,
    day: number,
  ): Omit<InputOf<"decideRelease">, "audit"> {
    return decide(this.#requests.get(release), answer, day, this.#around.holding());
  }
}
