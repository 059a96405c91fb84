/**
 * The root file's passphrase: typed twice without being shown, made here, or handed over by a script.
 * It is never an argument, which every other program on the machine could read.
 */
import { normalisePassphrase } from "../../crypto/passphrase.ts";
import { weaknessOf, type Weakness } from "../../crypto/passphrase-strength.ts";
import { Complaint } from "./command.ts";
import type { Terminal } from "./terminal.ts";

/** For scripts; unset, the terminal is asked. */
export const PASSPHRASE_VARIABLE = "TERN_ORG_PASSPHRASE";
const ATTEMPTS = 3;

export interface PassphraseSources {
  /** What the variable holds. */
  readonly given: string | undefined;
  /** Null where nobody can be asked. */
  readonly terminal: Terminal | null;
}

function reasonOf(weakness: Weakness): string {
  switch (weakness.kind) {
    case "empty":
      return "The passphrase is empty.";
    case "too-long":
      return `The passphrase has more than ${weakness.charactersMax} characters.`;
    case "guessable":
      return (
        "The passphrase is too easy to guess: " +
        `as good as ${weakness.worth} random words, and it should be as good as ${weakness.wanted}.`
      );
  }
}

function requireTerminal(terminal: Terminal | null): Terminal {
  if (terminal !== null) return terminal;
  throw new Complaint(
    `There is no terminal to ask for the passphrase on. A script sets ${PASSPHRASE_VARIABLE}.`,
  );
}

async function typedTwice(terminal: Terminal, first: string): Promise<boolean> {
  const second = await terminal.askHidden("The same once more: ");
  return normalisePassphrase(second) === normalisePassphrase(first);
}

function showOnce(terminal: Terminal, made: string): void {
  terminal.say("");
  terminal.say(`  ${made}`);
  terminal.say("");
  terminal.say("Write it down now. It is not shown again, and nobody can reset it.");
}

/** Null, once they were told why, when what they chose is weak. One that was made here needs no judge. */
async function chosenOrMade(
  terminal: Terminal,
  known: readonly string[],
  make: () => string,
): Promise<string | null> {
  const typed = await terminal.askHidden("Passphrase (Enter to have one made): ");
  if (normalisePassphrase(typed) === "") {
    const made = make();
    showOnce(terminal, made);
    return made;
  }
  const weakness = weaknessOf(typed, known);
  if (weakness === null) return typed;
  terminal.say(reasonOf(weakness));
  return null;
}

/**
 * A new passphrase, strong enough. @param known names anybody would try first
 * @throws Complaint saying why there is none.
 */
export async function newPassphrase(
  { given, terminal }: PassphraseSources,
  known: readonly string[],
  make: () => string,
): Promise<string> {
  if (given !== undefined) {
    const weakness = weaknessOf(given, known);
    if (weakness !== null) throw new Complaint(reasonOf(weakness));
    return given;
  }
  const here = requireTerminal(terminal);
  here.say("The root key will be kept under a passphrase. Whoever has both speaks for you all.");
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const chosen = await chosenOrMade(here, known, make);
    if (chosen === null) continue;
    if (await typedTwice(here, chosen)) return chosen;
    here.say("The two are not the same.");
  }
  throw new Complaint("No passphrase was set; nothing was written.");
}

/** The passphrase of a file that is there. @throws Complaint when nobody can be asked. */
export async function knownPassphrase({ given, terminal }: PassphraseSources): Promise<string> {
  return given ?? (await requireTerminal(terminal).askHidden("Passphrase of the root key: "));
}

export function passphraseSources(terminal: Terminal | null): PassphraseSources {
  return { given: process.env[PASSPHRASE_VARIABLE], terminal };
}
