/** What a command of `npm run org` is, and how one says that it cannot go on. */
import { parseArgs, type ParseArgsOptionsConfig } from "node:util";

/** "failed" when the command did its work and what it looked at does not hold. */
export type Outcome = "done" | "failed";

export interface Command {
  /** One line. */
  readonly summary: string;
  readonly help: string;
  readonly run: (args: readonly string[]) => Promise<Outcome>;
}

/** Something whoever runs the command can put right: one line, without a stack. */
export class Complaint extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "Complaint";
  }
}

/** @throws Complaint naming the option that is not one. */
export function readArguments<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  positionals: "none" | "some",
) {
  try {
    return parseArgs({
      args: [...args],
      options,
      strict: true,
      allowPositionals: positionals === "some",
    });
  } catch (cause) {
    const [said = ""] = cause instanceof Error ? cause.message.split(". ") : [];
    throw new Complaint(`${said.replace(/\.$/u, "")}. --help says what there is.`, { cause });
  }
}
