/**
 * `npm start` on a clone of its own, twice: one line says that it is ready, the printed passphrases sign in, and
 * what was there is there again. Stopped by its process id, nothing of it stays behind.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endpoints } from "../../worker/contract/endpoints.ts";
import { Trust } from "../../worker/contract/roster.ts";
import { dayOf } from "../../worker/domain/clocks.ts";
import { DeskVault } from "../../web/vault/desk-vault.ts";
import { ReporterVault } from "../../web/vault/reporter-vault.ts";
import { call, freshProof } from "../bench/client.ts";
import { PROJECT } from "../support/server.ts";

const STARTING_MILLISECONDS = 150_000;
const ENDING_MILLISECONDS = 20_000;
const TODAY = dayOf(Date.now());
/** Everything `npm start` reads. */
const NEEDED = [".ci", "migrations", "package.json", "package-lock.json", "tsconfig.json"];
const NEEDED_TOO = ["web", "worker", "wrangler.toml"];

interface Started {
  readonly npm: ChildProcess;
  readonly url: string;
  /** All it has printed. */
  readonly printed: string;
}

let clone: string;
let port: number;
let running: ChildProcess | null = null;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("start: no port");
  return address.port;
}

beforeAll(async () => {
  // Packages of another lock would be replaced, and they are this checkout's own.
  const installed = readFileSync(join(PROJECT, "node_modules/.tern-lock"), "utf8");
  expect(installed).toBe(readFileSync(join(PROJECT, "package-lock.json"), "utf8"));
  clone = mkdtempSync(join(tmpdir(), "tern-start-"));
  for (const name of [...NEEDED, ...NEEDED_TOO]) {
    cpSync(join(PROJECT, name), join(clone, name), {
      recursive: true,
      filter: (path) => !/\/(?:dist|\.tsc)$/u.test(path),
    });
  }
  symlinkSync(join(PROJECT, "node_modules"), join(clone, "node_modules"));
  port = await freePort();
});
afterAll(() => {
  running?.kill();
  rmSync(clone, { recursive: true, force: true });
});

async function start(): Promise<Started> {
  const npm = spawn("npm", ["start"], {
    cwd: clone,
    env: { ...process.env, PORT: String(port), NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running = npm;
  let printed = "";
  const lastLine = /theo .*\n/u;
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      printed += chunk.toString("utf8");
      if (lastLine.test(printed)) resolve();
    };
    npm.stdout.on("data", hear);
    npm.stderr.on("data", hear);
    npm.once("close", () => reject(new Error(`start: it ended\n${printed}`)));
  });
  return { npm, url: `http://127.0.0.1:${port}`, printed };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url + endpoints.health.path)).ok;
  } catch {
    return false;
  }
}

async function stop({ npm, url }: Started): Promise<void> {
  npm.kill("SIGTERM");
  await expect.poll(() => answers(url), { timeout: ENDING_MILLISECONDS }).toBe(false);
  running = null;
}

/** handle -> passphrase, as printed. */
function passphrasesIn(printed: string): ReadonlyMap<string, string> {
  const lines = printed.matchAll(/^ {2}(\w+) +[a-z, ]+? {2,}((?:\w+ ){5,}\w+)$/gmu);
  return new Map([...lines].map(([, handle = "", passphrase = ""]) => [handle, passphrase]));
}

async function published(url: string) {
  return endpoints.roster.output.parse(await (await fetch(url + endpoints.roster.path)).json());
}

async function reporter(url: string): Promise<ReporterVault> {
  const trust: unknown = JSON.parse(readFileSync(join(clone, ".tern/trust.json"), "utf8"));
  const vault = new ReporterVault(Trust.parse(trust));
  await vault.start();
  await vault.verifyRoster(await published(url), TODAY, url);
  return vault;
}

/** Answers the code. */
async function sendsReport(url: string, text: string): Promise<string> {
  const vault = await reporter(url);
  const { desks } = await vault.verifyRoster(await published(url), TODAY, url);
  const report = await vault.sealReport({
    desk: desks[0]?.id ?? "",
    urgent: false,
    excluded: [],
    identity: null,
    channel: "custody_abduction",
    language: "en",
    title: "",
    text,
    day: TODAY,
  });
  await call(url, "submitReport", { ...report, proof: await freshProof(url, "submit") });
  return (await vault.trackingCode("en")).words.join(" ");
}

async function readsReport(url: string, code: string): Promise<string | undefined> {
  const vault = await reporter(url);
  await vault.enterCode(code);
  const challenge = await call(url, "challenge", { action: "reporter-sign-in" });
  const { token } = await call(url, "reporterSignIn", {
    ...(await vault.signIn(challenge)),
    proof: { challenge: challenge.challenge, counter: 0 },
  });
  const after = { conversation: 0, internal: 0 };
  const { state } = await vault.openCase(await call(url, "reporterRead", { after }, token));
  return state.report?.text;
}

async function signsIn(url: string, handle: string, passphrase: string): Promise<string> {
  const trust: unknown = JSON.parse(readFileSync(join(clone, ".tern/trust.json"), "utf8"));
  const vault = new DeskVault(Trust.parse(trust));
  await vault.start();
  await vault.stretch(passphrase, await call(url, "memberParameters", { handle }));
  const challenge = await call(url, "challenge", { action: "member-sign-in" });
  const { signature } = await vault.signIn(challenge);
  const proof = { challenge: challenge.challenge, counter: 0 };
  const answer = await call(url, "memberSignIn", { proof, handle, way: "passphrase", signature });
  if (answer.kind !== "signed-in") throw new Error(`${handle} is asked for a second factor`);
  const { token, member, keyring, keyringVersion, slots } = answer;
  expect(token).not.toBe("");
  await vault.unlock({ member, keyring, keyringVersion, slots });
  return (await vault.verifyRoster(await published(url), TODAY, url)).self.name;
}

describe("npm start", () => {
  it(
    "founds, serves, and started again still has the people and the report",
    async () => {
      const first = await start();
      expect(first.printed.match(/^Tern is ready at .*$/gmu)).toEqual([
        `Tern is ready at ${first.url}`,
      ]);
      const passphrases = passphrasesIn(first.printed);
      expect([...passphrases.keys()]).toEqual(["rowan", "samira", "ines", "kestrel", "theo"]);
      expect((await fetch(`${first.url}/`)).headers.get("content-type")).toContain("text/html");
      const code = await sendsReport(first.url, "Words that stay.");
      await stop(first);

      const second = await start();
      expect(passphrasesIn(second.printed)).toEqual(passphrases);
      expect(await readsReport(second.url, code)).toBe("Words that stay.");
      const name = await signsIn(second.url, "rowan", passphrases.get("rowan") ?? "");
      expect(name).toBe("Rowan Example");
      await stop(second);
    },
    2 * STARTING_MILLISECONDS,
  );
});
