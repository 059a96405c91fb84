/**
 * `npm run org -- COMMAND`: founding an organisation, and what its root key is needed for afterwards.
 * Invariant: whatever goes wrong is one line on standard error and exit code 1, with nothing half-written.
 */
import { Complaint, type Command } from "./org/command.ts";
import { create } from "./org/create.ts";
import { delegate } from "./org/delegate.ts";
import { inspect } from "./org/inspect.ts";
import { verify } from "./org/verify.ts";
import { complain, say } from "./output.ts";

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ["create", create],
  ["delegate", delegate],
  ["inspect", inspect],
  ["verify", verify],
]);

const HELP = `npm run org -- COMMAND [options]

${[...COMMANDS].map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`).join("\n")}

npm run org -- COMMAND --help says what a command takes.`;

function oneLine(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (thrown instanceof Complaint) return message;
  const [first = "It failed."] = message.split("\n");
  return first;
}

async function runOrg([name, ...args]: readonly string[]): Promise<void> {
  if (name === undefined || name === "--help" || name === "help") {
    say(HELP);
    return;
  }
  const command = COMMANDS.get(name);
  if (command === undefined) {
    throw new Complaint(`There is no command "${name}". npm run org -- --help lists them.`);
  }
  if (args.includes("--help")) {
    say(command.help);
    return;
  }
  if ((await command.run(args)) === "failed") process.exitCode = 1;
}

// Whoever reads along, such as `head`, may have read enough.
process.stdout.once("error", () => process.exit());

try {
  await runOrg(process.argv.slice(2));
} catch (thrown) {
  complain(oneLine(thrown));
  process.exitCode = 1;
}
