/**
 * An organisation whose first desk has three custodians, two of whom must agree: `second`, who also reviews there,
 * `third` and `coordinator`. And what its server passes to and fro when somebody asks who a reporter is.
 */
import type { InputOf, OutputOf } from "../../worker/contract/endpoints.ts";
import type { IdentityEnvelope } from "../../worker/contract/release.ts";
import type { Signed } from "../../worker/contract/roster.ts";
import {
  foundOrganisation,
  PLAN,
  TODAY,
  type MemberHandle,
  type Organisation,
} from "./organisation.ts";

export const CUSTODIANS = ["second", "third", "coordinator"] as const satisfies MemberHandle[];

export async function foundCustody(): Promise<Organisation> {
  const keeps: readonly string[] = CUSTODIANS;
  return await foundOrganisation({
    ...PLAN,
    members: PLAN.members.map((member) =>
      keeps.includes(member.handle) ? { ...member, roles: [...member.roles, "custodian"] } : member,
    ),
    desks: PLAN.desks.map((desk, at) =>
      at === 0 ? { ...desk, custodians: [...CUSTODIANS] } : desk,
    ),
  });
}

type Requests = OutputOf<"releaseRequests">["requests"];
type Answers = OutputOf<"releaseShares">["releases"][number]["answers"];

/** Keeps what it is handed and passes it on; a test may change what it passes. */
export class ServedReleases {
  readonly #caseId: string;
  readonly #desk: string;
  /** By the seq of the entry each came with. */
  readonly envelopes = new Map<number, IdentityEnvelope>();
  readonly asked: {
    readonly input: Pick<InputOf<"requestRelease">, "release">;
    readonly requester: string;
  }[] = [];
  readonly decided: {
    readonly input: Omit<InputOf<"decideRelease">, "audit">;
    readonly custodian: string;
  }[] = [];

  constructor(caseId: string, desk: string, first: IdentityEnvelope) {
    this.#caseId = caseId;
    this.#desk = desk;
    this.envelopes.set(1, first);
  }

  requestsFor(custodian: string): OutputOf<"releaseRequests"> {
    const requests = this.asked.flatMap(({ input, requester }): Requests => {
      const { id, envelopeSeq, requests: sealed } = input.release;
      const envelope = this.envelopes.get(envelopeSeq);
      const own = sealed.find(({ member }) => member === custodian);
      const share = envelope?.shares.find(({ member }) => member === custodian);
      if (envelope === undefined || own === undefined || share === undefined) return [];
      const decision = this.decided.find(
        (made) => made.input.release === id && made.custodian === custodian,
      );
      return [
        {
          release: id,
          case: this.#caseId,
          desk: this.#desk,
          requester,
          day: TODAY,
          sealedKey: own.key,
          sealed: own.sealed,
          header: envelope.header,
          shareKey: share.key,
          share: share.share,
          decision: decision?.input.decision ?? null,
        },
      ];
    });
    return { requests, day: TODAY };
  }

  sharesFor(requester: string): OutputOf<"releaseShares"> {
    const releases = this.asked.map(({ input, requester: by }) => {
      const envelope = this.envelopes.get(input.release.envelopeSeq);
      const answers: Answers = this.decided
        .filter((made) => made.input.release === input.release.id)
        .map(({ input: made }) => ({
          decision: made.decision,
          share: by === requester ? made.share : null,
        }));
      return {
        release: input.release.id,
        requester: by,
        answers,
        envelope: envelope === undefined ? null : { header: envelope.header, body: envelope.body },
      };
    });
    return { case: this.#caseId, releases, day: TODAY };
  }

  get decisions(): Signed[] {
    return this.decided.map(({ input }) => input.decision);
  }
}
