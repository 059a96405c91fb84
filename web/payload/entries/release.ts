/**
 * A reviewer asks who the reporter is, custodians decide, and what was opened is said: all where the reporter reads it.
 * Request and decisions are signed statements of their own, because custodians hold no key to this lane. Whether they
 * hold is checked where the keys are, before an entry is known (web/vault/release-vetting.ts).
 */
import * as z from "zod/mini";
import { Id } from "../../../worker/contract/bytes.ts";
import { Signed } from "../../../worker/contract/roster.ts";
import type { CaseState } from "../case-state.ts";
import { entryType } from "../entry-type.ts";
import { readDecision, readRequest, type Release } from "../release.ts";

export const ReleaseRequestEntry = z.strictObject({
  type: z.literal("release-request"),
  request: Signed,
});
export const ReleaseDecisionEntry = z.strictObject({
  type: z.literal("release-decision"),
  decision: Signed,
});
export const ReleaseOpenedEntry = z.strictObject({
  type: z.literal("release-opened"),
  release: Id,
});

function withRelease(
  state: CaseState,
  id: string,
  change: (release: Release) => Release,
): CaseState {
  return {
    ...state,
    releases: state.releases.map((release) => (release.id === id ? change(release) : release)),
  };
}

export const releaseRequest = entryType({
  type: "release-request",
  lane: "conversation",
  by: ["member"],
  schema: ReleaseRequestEntry,
  reduce: (state, payload) => {
    const request = readRequest(payload.request);
    const { identity } = state;
    if (request === null || identity === null) return state;
    const { threshold, custodians, seq } = identity;
    return {
      ...state,
      releases: [
        ...state.releases,
        {
          id: request.release,
          request: payload.request,
          envelope: request.envelope,
          envelopeSeq: seq,
          requester: request.requester,
          day: request.day,
          language: request.language,
          reason: request.reason,
          threshold,
          custodians,
          decisions: [],
          openedDay: null,
        },
      ],
    };
  },
});

export const releaseDecision = entryType({
  type: "release-decision",
  lane: "conversation",
  by: ["member"],
  schema: ReleaseDecisionEntry,
  reduce: (state, payload) => {
    const decision = readDecision(payload.decision);
    if (decision === null) return state;
    const { custodian, answer, day } = decision;
    return withRelease(state, decision.release, (release) => ({
      ...release,
      decisions: [...release.decisions, { custodian, answer, day }],
    }));
  },
});

export const releaseOpened = entryType({
  type: "release-opened",
  lane: "conversation",
  by: ["member"],
  schema: ReleaseOpenedEntry,
  reduce: (state, { release: id }, { day }) =>
    withRelease(state, id, (release) => ({ ...release, openedDay: release.openedDay ?? day })),
});
