/**
 * What a case needs that costs money, and whether it is paid for. The newest of each kind counts; how long it has been
 * waited for counts from the day it was first written down, until somebody writes that it is paid for.
 */
import * as z from "zod/mini";
import { Day } from "../../../worker/contract/roster.ts";
import { entryType } from "../entry-type.ts";
import { withCasework, written } from "../written.ts";

export const NEED_KINDS = ["LEGAL_AID", "INTERPRETER", "TRAVEL", "GUARDIAN"] as const;
export const NeedKind = z.enum(NEED_KINDS);
export type NeedKind = z.infer<typeof NeedKind>;

export const FUNDED = ["YES", "NO", "ASKED"] as const;
export const Funded = z.enum(FUNDED);
export type Funded = z.infer<typeof Funded>;

export const Need = z.strictObject({
  type: z.literal("need"),
  kind: NeedKind,
  funded: Funded,
});
export type Need = z.infer<typeof Need>;

/** A need that is not paid for, as a card remembers it. */
export const OpenNeed = z.strictObject({
  kind: NeedKind,
  funded: Funded,
  /** Since which day it is waited for: days since 1970-01-01, UTC. */
  since: Day,
});
export type OpenNeed = z.infer<typeof OpenNeed>;

export const need = entryType({
  type: "need",
  lane: "internal",
  by: ["member"],
  schema: Need,
  reduce: (state, payload, place) =>
    withCasework(state, ({ needs }) => {
      const before = needs.find(({ kind }) => kind === payload.kind);
      const waiting = before !== undefined && before.funded !== "YES";
      const since = waiting ? before.since : place.day;
      return {
        needs: [
          ...needs.filter(({ kind }) => kind !== payload.kind),
          { ...written(payload, place), since },
        ],
      };
    }),
});
