/**
 * `npm start`: everything, on this machine. Founds the demonstration organisation the first time, builds the
 * pages, migrates the local database, serves. Started again it keeps its data.
 */
import { spawn } from "node:child_process";
import { connect } from "node:net";
import { complain, say } from "./output.ts";
import { QUIET_WRANGLER, run } from "./run.ts";
import { openWorkplace } from "./workplace.ts";

const HOST = "127.0.0.1";
const READY_WITHIN_MS = 60_000;
const ASK_AGAIN_MS = 200;

/** @throws when PORT is not a port. */
function portOf(text: string | undefined): number {
  const port = Number(text ?? "8787");
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`PORT must be a whole number from 1 to 65535, not "${text ?? ""}"`);
  }
  return port;
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, HOST);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => {
      resolve(false);
    });
  });
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/health`)).ok;
  } catch {
    return false;
  }
}

async function untilHealthy(url: string, ended: () => boolean): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await isHealthy(url))) {
    if (ended() || Date.now() > deadline) throw new Error(`The server did not come up at ${url}`);
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
}

async function start(): Promise<void> {
  const port = portOf(process.env["PORT"]);
  if (await isTaken(port)) {
    throw new Error(`Port ${port} is taken. Choose another: PORT=${port + 1} npm start`);
  }
  const url = `http://${HOST}:${port}`;
  const workplace = await openWorkplace(".tern", [url, `http://localhost:${port}`]);
  await run("vite", ["build", "--config", "web/vite.config.ts"], {
    TERN_TRUST: workplace.trustFile,
  });
  const local = ["--local", "--persist-to", workplace.state];
  await run("wrangler", ["d1", "migrations", "apply", "DB", ...local], QUIET_WRANGLER);
  for (const file of [workplace.foundingSql, workplace.authenticatorsSql]) {
    if (file === null) continue;
    const execute = ["d1", "execute", "DB", ...local, "--yes", "--file", file];
    await run("wrangler", execute, QUIET_WRANGLER);
  }

  const server = spawn(
    "wrangler",
    [
      "dev",
      `--ip=${HOST}`,
      `--port=${port}`,
      `--persist-to=${workplace.state}`,
      `--env-file=${workplace.devVars}`,
      `--var=ORIGIN:${workplace.origin}`,
      `--var=ROOT_KEY:${workplace.rootKey}`,
      `--var=OTHER_ORIGINS:${workplace.otherOrigins.join(" ")}`,
      "--log-level=error",
      "--show-interactive-dev-session=false",
    ],
    { env: { ...process.env, ...QUIET_WRANGLER }, stdio: ["ignore", "inherit", "inherit"] },
  );
  let ended = false;
  server.once("close", (code) => {
    ended = true;
    process.exitCode = code ?? 0;
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      server.kill(signal);
    });
  }
  try {
    await untilHealthy(url, () => ended);
  } catch (error) {
    server.kill("SIGTERM");
    throw error;
  }
  say(`Tern is ready at ${url}`);
  say("");
  say("A demonstration with invented people: write nothing real in it.");
  say(`Reporters start at ${url}/ and members sign in at ${url}/desk`);
  for (const { handle, roles, passphrase } of workplace.passphrases) {
    say(`  ${handle.padEnd(8)} ${roles.join(", ").padEnd(34)} ${passphrase}`);
  }
  const withCodes = workplace.passphrases.filter(
    ({ authenticator }) => authenticator !== undefined,
  );
  if (withCodes.length > 0) {
    say("");
    say(
      "Some are asked for a code from an authenticator as well. To see the one of this half minute:",
    );
    for (const { handle } of withCodes) say(`  npm run code -- ${handle}`);
  }
}

try {
  await start();
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
