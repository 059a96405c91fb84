/**
 * The audit log as a server hands it to an auditor or a coordinator who signs in from here.
 * Invariant: the network is touched at one origin, which the trust file names; passphrase and code are never arguments.
 */
import type * as z from "zod/mini";
import type { AuditRecord } from "../../../worker/contract/audit-record.ts";
import {
  endpoints,
  type EndpointName,
  type Endpoints,
  type InputOf,
  type OutputOf,
} from "../../../worker/contract/endpoints.ts";
import { WireError } from "../../../worker/contract/errors.ts";
import { Code, type SignedIn } from "../../../worker/contract/second-factor.ts";
import type { Trust } from "../../../worker/contract/roster.ts";
import { solveProof } from "../../api/proof.ts";
import { DeskVault } from "../../vault/desk-vault.ts";
import { Complaint } from "../org/command.ts";
import { today } from "../org/day.ts";
import { terminalHere } from "../org/terminal.ts";

const ANSWER_WITHIN_MS = 60_000;

export interface ServerLog {
  readonly url: string;
  readonly name: string | undefined;
  readonly trust: Trust;
}

const outputs: {
  readonly [Name in EndpointName]: Omit<Endpoints[Name], "output"> & {
    readonly output: z.ZodMiniType<OutputOf<Name>>;
  };
} = endpoints;

type Ask = <Name extends EndpointName>(
  name: Name,
  input: InputOf<Name>,
  token?: string,
) => Promise<OutputOf<Name>>;

/** @throws Complaint naming the code when it refuses, or when it does not answer by the contract. */
function asking(origin: string): Ask {
  return async (name, input, token) => {
    const { method, path, output } = outputs[name];
    const response = await fetch(origin + path, {
      method,
      headers: {
        ...(method === "POST" && { "content-type": "application/json" }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(method === "POST" && { body: JSON.stringify(input) }),
      redirect: "error",
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const json: unknown = await response.json();
    if (!response.ok) {
      const { error } = WireError.parse(json);
      throw new Complaint(`${origin} refuses ${name}: ${error}.`);
    }
    return output.parse(json);
  };
}

/** @throws Complaint when neither the variable nor a terminal has it. */
async function secretFrom(variable: string, question: string): Promise<string> {
  const given = process.env[variable];
  if (given !== undefined) return given;
  const terminal = terminalHere();
  if (terminal === null) throw new Complaint(`There is no terminal to ask on. Set ${variable}.`);
  return await terminal.askHidden(question);
}

async function signIn(vault: DeskVault, handle: string, ask: Ask): Promise<SignedIn> {
  const parameters = await ask("memberParameters", { handle });
  await vault.stretch(await secretFrom("TERN_PASSPHRASE", "Passphrase: "), parameters);
  const challenge = await ask("challenge", { action: "member-sign-in" });
  const proof = await solveProof(challenge);
  const { signature } = await vault.signIn(challenge);
  const answer = await ask("memberSignIn", { proof, handle, way: "passphrase", signature });
  if (answer.kind === "signed-in") return answer;
  if (!answer.totp) throw new Complaint("This member's passkey works in a browser only.");
  const code = Code.safeParse(await secretFrom("TERN_CODE", "Six digits: "));
  if (!code.success) throw new Complaint("A code has six digits.");
  return await ask("memberSecondFactor", {
    ticket: answer.ticket,
    proof: { kind: "totp", code: code.data },
  });
}

async function readAll(ask: Ask, token: string): Promise<AuditRecord> {
  const rosters: AuditRecord["rosters"] = [];
  for (let more = true; more;) {
    const page = await ask("rosterHistory", { afterVersion: rosters.length }, token);
    rosters.push(...page.rosters);
    more = page.more && page.rosters.length > 0;
  }
  const entries: AuditRecord["entries"] = [];
  for (let after = 0; ;) {
    const { head, day, next, ...page } = await ask("readAudit", { after }, token);
    entries.push(...page.entries);
    if (next === null) return { suite: "tern/1", day, rosters, entries, head };
    after = next;
  }
}

/** @throws Complaint */
export async function recordFromServer({ url, name, trust }: ServerLog): Promise<AuditRecord> {
  const origin = url.replace(/\/$/u, "");
  if (!trust.origins.includes(origin)) {
    throw new Complaint(
      `${url} is none of this organisation's origins: ${trust.origins.join(", ")}`,
    );
  }
  if (name === undefined) throw new Complaint("--url needs --name, to sign in with.");
  const ask = asking(origin);
  const vault = new DeskVault(trust);
  await vault.start();
  const { token, member, keyring, keyringVersion, slots } = await signIn(vault, name, ask);
  await vault.unlock({ member, keyring, keyringVersion, slots });
  await vault.verifyRoster(await ask("roster", {}), today(), origin);
  const { head, day } = await ask("auditHead", {}, token);
  const { audit } = await vault.signAudit({ kind: "sign-in" }, head, day);
  await ask("appendAudit", { audit }, token);
  try {
    return await readAll(ask, token);
  } finally {
    await ask("memberSignOut", {}, token);
  }
}
