/**
 * `npm run build`: the web pages, for the organisation whose trust file TERN_TRUST names; without one, for the
 * demonstration organisation in `.tern/`, founded there if it is not.
 */
import { readTrust } from "./org/files.ts";
import { complain, say } from "./output.ts";
import { run } from "./run.ts";
import { openWorkplace } from "./workplace.ts";

async function demonstrationTrust(): Promise<string> {
  const origins = ["http://127.0.0.1:8787", "http://localhost:8787"] as const;
  return (await openWorkplace(".tern", origins)).trustFile;
}

try {
  const trust = process.env["TERN_TRUST"] ?? (await demonstrationTrust());
  const { origins } = readTrust(trust);
  await run("vite", ["build", "--config", "web/vite.config.ts"], { TERN_TRUST: trust });
  say(`Built web/dist for ${origins.join(", ")}, trusting ${trust}`);
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
