/** An organisation of one desk on a real server, and its reviewers at work without pages: each a vault and a session. */
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { found, type Founded, type FoundedMember } from "../../web/command/founding.ts";
import { foundingRows } from "../../web/command/rows.ts";
import { ReporterVault } from "../../web/vault/reporter-vault.ts";
import { call, freeProof, today } from "../routes/client.ts";
import { deskHand, type DeskHand } from "./sent-case.ts";
import type { Server } from "./server.ts";
import { MEMBERS, SITE_ORIGIN, type MemberHandle } from "./site.ts";

export interface Hands {
  readonly founded: Founded;
  readonly hands: ReadonlyMap<MemberHandle, DeskHand>;
  /** Verified, and nobody's yet. */
  readonly reporter: ReporterVault;
  readonly person: (handle: string) => FoundedMember;
}

/** @param handles who reviews at the desk and is signed in; the others are members and no more */
export async function foundHands(server: Server, handles: readonly MemberHandle[]): Promise<Hands> {
  const founded = found(
    {
      organisation: "Invented",
      origins: [SITE_ORIGIN],
      today: today(),
      validDays: 30,
      signer: "signer",
      desks: [
        {
          names: { en: "One" },
          country: "IE",
          languages: ["en"],
          members: [...handles],
          custodians: [],
        },
      ],
      members: [
        ...MEMBERS.map(({ handle, name }) => ({ handle, name, roles: ["reviewer"] as const })),
        { handle: "signer", name: "Signer", roles: ["coordinator"] },
      ],
    },
    { language: "en", words: wordlist },
  );
  const { published, trust } = founded;
  await server.database.batch(foundingRows(founded).map((row) => server.database.prepare(row)));
  const person = (handle: string): FoundedMember => {
    const member = founded.members.find((candidate) => candidate.handle === handle);
    if (member === undefined) throw new Error(`hands: nobody is called ${handle}`);
    return member;
  };
  const member = (handle: MemberHandle) => ({ ...person(handle), handle, authenticator: null });
  // One after another: each sign-in is the audit log's next entry.
  const hands = new Map<MemberHandle, DeskHand>();
  for (const handle of handles) {
    hands.set(handle, await deskHand({ server, trust, published, member }, handle));
  }
  const reporter = new ReporterVault(trust);
  await reporter.start();
  return { founded, hands, reporter, person };
}

/** A report to that desk, received: the case's id. */
export async function sendTo(
  server: Server,
  reporter: ReporterVault,
  desk: string,
  excluded: readonly string[] = [],
): Promise<string> {
  const report = await reporter.sealReport({
    desk,
    urgent: false,
    identity: null,
    excluded,
    channel: "trafficking",
    language: "en",
    title: "",
    text: "Somebody said so.",
    day: today(),
  });
  await call(server, "submitReport", { ...report, proof: await freeProof(server, "submit") });
  return report.case;
}
