/** Which language somebody needs, and whether an interpreter is found who stands apart from the family and the case. */
import * as z from "zod/mini";
import { entryType } from "../entry-type.ts";
import { LanguageTag } from "../text.ts";
import { withCasework, written } from "../written.ts";
import { KNOWN } from "./voice.ts";

export const INTERPRETED = ["CHILD", "REPORTER", "FAMILY"] as const;
export type Interpreted = (typeof INTERPRETED)[number];
export const INTERPRETER_NEEDS = ["NEEDED", "ARRANGED", "NOT_NEEDED"] as const;
export type InterpreterNeed = (typeof INTERPRETER_NEEDS)[number];

export const Interpreter = z.strictObject({
  type: z.literal("interpreter"),
  person: z.enum(INTERPRETED),
  language: LanguageTag,
  need: z.enum(INTERPRETER_NEEDS),
  independent: z.enum(KNOWN),
});
export type Interpreter = z.infer<typeof Interpreter>;

export const interpreter = entryType({
  type: "interpreter",
  lane: "internal",
  by: ["member"],
  schema: Interpreter,
  reduce: (state, payload, place) =>
    withCasework(state, ({ interpreters }) => ({
      interpreters: [
        ...interpreters.filter(({ person }) => person !== payload.person),
        written(payload, place),
      ],
    })),
});
