/** Other programs, run with nothing of theirs on the screen unless they fail. */
import { spawn } from "node:child_process";

/** Offline and quiet: no login, no telemetry, no look-ups. */
export const QUIET_WRANGLER = {
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_SEND_ERROR_REPORTS: "false",
  WRANGLER_HIDE_BANNER: "true",
  X_LOCAL_OBSERVABILITY: "false",
  DO_NOT_TRACK: "1",
  CI: "true",
} as const;

/** What it printed. @throws with the program's own output when it does not end with 0. */
export function run(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const answered: Buffer[] = [];
    const printed: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => {
      answered.push(chunk);
      printed.push(chunk);
    });
    child.stderr.on("data", (chunk: Buffer) => printed.push(chunk));
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve(Buffer.concat(answered).toString("utf8"));
      else
        reject(
          new Error(`${program} ${args.join(" ")}\n${Buffer.concat(printed).toString("utf8")}`),
        );
    });
  });
}
