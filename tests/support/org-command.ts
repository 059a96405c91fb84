/** `npm run org` as it is run: a process of its own, in a folder of its own, with nobody at a terminal. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sealRootFile } from "../../web/crypto/root-file.ts";
import type { SignedFounding } from "../../web/command/founding.ts";
import { PROJECT } from "./server.ts";

/** Worth seven words, and nobody's. */
export const ROOT_PASSPHRASE = "orchard velvet lantern copper drift maple stone";

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function runCommand(
  file: string,
  args: readonly string[],
  given: Readonly<Record<string, string>>,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(PROJECT, file), ...args], {
      cwd: PROJECT,
      env: { PATH: process.env["PATH"] ?? "", ...given },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const printed = { out: "", err: "" };
    child.stdout.on("data", (chunk: Buffer) => {
      printed.out += chunk.toString("utf8");
    });
    child.stderr.on("data", (chunk: Buffer) => {
      printed.err += chunk.toString("utf8");
    });
    child.once("error", reject);
    child.once("close", (code) => {
      resolve({ code, ...printed });
    });
  });
}

/** @param passphrase what a script hands over; null hands over none */
export function runOrg(
  args: readonly string[],
  passphrase: string | null = ROOT_PASSPHRASE,
): Promise<Ended> {
  const given = passphrase === null ? {} : { TERN_ORG_PASSPHRASE: passphrase };
  return runCommand("web/command/org.ts", args, given);
}

/** `npm run verify`, as `runOrg`. */
export function runVerify(
  args: readonly string[],
  given: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return runCommand("web/command/verify.ts", args, given);
}

/** One line on standard error and nothing else, without a stack, and exit code 1. @throws Error otherwise. */
export function complaintOf({ code, out, err }: Ended): string {
  const [line = "", ...rest] = err.split("\n");
  const bare = code === 1 && out === "" && rest.join("") === "" && line !== "";
  if (!bare || /\.ts:\d|^\s+at /u.test(err)) {
    throw new Error(`org: ended with ${code}, said:\n${out}\nand complained:\n${err}`);
  }
  return line;
}

export interface TemporaryFolder {
  readonly path: string;
  readonly remove: () => void;
}

export function temporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), "tern-org-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** An organisation's folder as `create` leaves it, of an organisation founded by other means. */
export function writeOrganisation(
  folder: string,
  { trust, published, root }: Pick<SignedFounding, "trust" | "published" | "root">,
): void {
  writeFileSync(join(folder, "root.key"), sealRootFile(root, ROOT_PASSPHRASE));
  writeFileSync(join(folder, "trust.json"), JSON.stringify(trust));
  writeFileSync(join(folder, "roster.json"), JSON.stringify(published));
}
