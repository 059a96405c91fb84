/** `npm run build`: the web pages, for the organisation in `.tern/` (the demonstration one if there is none). */
import { complain, say } from "./output.ts";
import { run } from "./run.ts";
import { openWorkplace } from "./workplace.ts";

try {
  const { trustFile, origin } = await openWorkplace(".tern", [
    "http://127.0.0.1:8787",
    "http://localhost:8787",
  ]);
  const trust = process.env["TERN_TRUST"] ?? trustFile;
  await run("vite", ["build", "--config", "web/vite.config.ts"], { TERN_TRUST: trust });
  say(`Built web/dist for ${trust === trustFile ? origin : trust}`);
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
