/**
 * Files of an organisation, read whole and written whole.
 * Invariant: a folder or a file is there complete or as it was before; nobody else on the machine can read it.
 */
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import * as z from "zod/mini";
import { Trust } from "../../../worker/contract/roster.ts";
import { Complaint } from "./command.ts";

const OWNER_ONLY_FILE = 0o600;
const OWNER_ONLY_FOLDER = 0o700;
/** A database of a large organisation is a few of these; more is another kind of file. */
const FILE_BYTES_MAX = 256 * 1_024 * 1_024;

/** Where `create` puts an organisation, and the other commands look for it. */
export const FOLDER = "organisation";

/** What an organisation's folder holds. */
export const FILES = {
  rootFile: "root.key",
  trust: "trust.json",
  roster: "roster.json",
  foundingSql: "founding.sql",
} as const;

/** @throws Complaint when there is no such file. */
export function readBytes(path: string): Uint8Array {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new Complaint(`There is no file ${path}.`);
  if (!found.isFile()) throw new Complaint(`${path} is no file.`);
  if (found.size > FILE_BYTES_MAX) throw new Complaint(`${path} is too large to be read.`);
  return new Uint8Array(readFileSync(path));
}

/** Null when the bytes are not JSON in UTF-8. */
export function asJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

/** @throws Complaint when it is no trust file. */
export function readTrust(path: string): Trust {
  const trust = z.safeParse(Trust, asJson(readBytes(path)));
  if (!trust.success) throw new Complaint(`${path} is no trust file.`);
  return trust.data;
}

async function writeNew(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, "wx", OWNER_ONLY_FILE);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A name beside `path`, so that renaming it there is one step of the file system. */
function besides(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}`);
}

/** @throws Complaint when something is in that folder already. */
export function refuseTakenFolder(folder: string): void {
  if (existsSync(join(folder, FILES.trust)) || existsSync(join(folder, FILES.rootFile))) {
    throw new Complaint(`There is an organisation in ${folder} already. --folder names another.`);
  }
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory()) throw new Complaint(`${folder} is no folder.`);
  if (readdirSync(folder).length > 0) {
    throw new Complaint(`${folder} is not empty. --folder names another.`);
  }
}

/** All the files in a new folder, or none. @throws Complaint when the folder is taken meanwhile. */
export async function writeFolder(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  const target = resolve(folder);
  const making = besides(target);
  await mkdir(making, { recursive: true, mode: OWNER_ONLY_FOLDER });
  try {
    for (const [name, content] of Object.entries(files)) {
      await writeNew(join(making, name), content);
    }
    refuseTakenFolder(folder);
    await rename(making, target);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw error;
  }
}

/** In the place of whatever was there. */
export async function replaceFile(path: string, content: string): Promise<void> {
  const making = besides(resolve(path));
  try {
    await writeNew(making, content);
    await rename(making, path);
  } catch (error) {
    await rm(making, { force: true });
    throw error;
  }
}
