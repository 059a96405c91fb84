/**
 * `npm run verify -- WHAT`: what can be checked without believing the server.
 * Invariant: exit code 0 means that everything looked at holds; whatever is found, or goes wrong, is 1.
 */
import { Complaint, type Command } from "./org/command.ts";
import { complain, say } from "./output.ts";
import { audit } from "./verify/audit.ts";
import { exported } from "./verify/export.ts";
import { receipt } from "./verify/receipt.ts";

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ["audit", audit],
  ["export", exported],
  ["receipt", receipt],
]);

const HELP = `npm run verify -- WHAT [options]

${[...COMMANDS].map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`).join("\n")}

npm run verify -- WHAT --help says what it takes.`;

async function runVerify([name, ...args]: readonly string[]): Promise<void> {
  if (name === undefined || name === "--help" || name === "help") {
    say(HELP);
    return;
  }
  const command = COMMANDS.get(name);
  if (command === undefined) {
    throw new Complaint(`"${name}" cannot be verified. npm run verify -- --help says what can.`);
  }
  if (args.includes("--help")) {
    say(command.help);
    return;
  }
  if ((await command.run(args)) === "failed") process.exitCode = 1;
}

try {
  await runVerify(process.argv.slice(2));
} catch (thrown) {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  complain(thrown instanceof Complaint ? message : (message.split("\n")[0] ?? "It failed."));
  process.exitCode = 1;
}
