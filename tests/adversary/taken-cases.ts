/** A desk's work on its cases, asked for rightly: by the reporter, readers, custodians, an auditor and a coordinator. */
import { concat, label } from "../../worker/contract/preimages.ts";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import {
  ID_BYTES,
  KEYRING_BYTES,
  SEALED_REQUEST_BYTES,
  SEALED_SHARE_BYTES,
  SEAL_OVERHEAD_BYTES,
} from "../../worker/contract/limits.ts";
import type { Deletion } from "../../worker/contract/deletion.ts";
import type { ReleaseDecision } from "../../worker/contract/release.ts";
import { call, today } from "../routes/client.ts";
import {
  addMember,
  arrive,
  auditEntry,
  auditPair,
  comeBack,
  foundOrganisation,
  memberSignInInput,
  publishRoster,
  reporterSignInInput,
  signIn,
  type TestMember,
} from "../routes/people.ts";
import {
  addition,
  entryHash,
  randomText,
  sealCard,
  sealEntry,
  sealReport,
  sealWrap,
  wrapFor,
} from "../routes/sealed-bytes.ts";
import { NO_MARKS } from "../support/no-marks.ts";
import type { Server } from "../support/server.ts";
import type { TakenRequests } from "./taken.ts";

const FROM_START = { conversation: 0, internal: 0 };
/** Far from any number that a change is likely to come upon. */
const KEYRING_VERSIONS = 40;

export interface Desk {
  readonly first: TestMember;
  readonly token: string;
  /** A reviewer of the same desk, signed in, who did none of it. */
  readonly colleague: string;
  /** Listed by the newest roster, reviewers of no desk, and not signed in. */
  readonly others: Readonly<Record<Other, TestMember>>;
}

const OTHERS = ["factored", "changer", "leaver", "stayer", "lost"] as const;
type Other = (typeof OTHERS)[number];

export async function takeCases(server: Server, taken: TakenRequests): Promise<Desk> {
  const { desk, members, outsider } = await foundOrganisation(server);
  const [first, , both] = members;
  const ids = members.map(({ id }) => id);
  const keeper = await addMember(server, "keeper");
  const auditor = await addMember(server, "auditor");
  const coordinator = await addMember(server, "coordinator");
  const found: Partial<Record<Other, TestMember>> = {};
  for (const handle of OTHERS) found[handle] = await addMember(server, handle);
  const { factored, changer, leaver, stayer, lost } = found;
  if (!factored || !changer || !leaver || !stayer || !lost) throw new Error("taken: nobody");
  const others = { factored, changer, leaver, stayer, lost };
  await publishRoster(server, desk, [...ids, outsider.id], {
    version: 2,
    expiresDay: today() + 30,
    elsewhere: [keeper, auditor, coordinator, ...Object.values(others)].map(({ id }) => id),
    custodians: [both.id, keeper.id],
    listings: {
      [both.id]: { roles: ["reviewer", "custodian"] },
      [keeper.id]: { roles: ["custodian"] },
      [auditor.id]: { roles: ["auditor"] },
      [coordinator.id]: { roles: ["coordinator"] },
    },
  });

  const report = await sealReport(server, desk, ids, [both.id, keeper.id]);
  const { submission, reporter } = report;
  await taken.take(server, "submitReport", submission);
  const caseId = submission.case;
  await taken.take(server, "reporterSignIn", await reporterSignInInput(server, reporter));
  const code = await comeBack(server, reporter);
  await taken.take(server, "reporterRead", { after: FROM_START }, code);
  const added = sealEntry(server, { caseId, seq: 2, prev: entryHash(submission.entry) });
  await taken.take(server, "reporterAppend", await addition(server, added), code);

  await taken.take(server, "memberSignIn", await memberSignInInput(server, first));
  const token = await signIn(server, first);
  await taken.take(server, "challenge", { action: "submit" });
  await taken.take(server, "memberParameters", { handle: first.handle });
  await taken.take(server, "inbox", { after: null }, token);
  await taken.take(server, "holdings", { after: null }, token);
  await taken.take(server, "auditHead", {}, token);
  await taken.take(server, "rosterHistory", { afterVersion: 0 }, token);
  const again = await arrive(server, first);
  const signedIn = await auditEntry(server, first, { kind: "sign-in" }, again);
  await taken.take(server, "appendAudit", { audit: signedIn }, again);
  const opens = { kind: "case-opened", case: caseId } as const;
  const handed = await auditEntry(server, first, opens, token);
  await taken.take(server, "readCase", { case: caseId, after: FROM_START, audit: handed }, token);

  const cardAfter = (coversConversation: number, coversInternal = 2) =>
    sealCard(server, {
      caseId,
      author: first.id,
      lane: "internal",
      coversConversation,
      coversInternal,
    });
  const entryAfter = (seq: number, prev: string) =>
    sealEntry(server, { caseId, author: first.id, seq, prev });
  const opened = sealEntry(server, { caseId, author: first.id, lane: "internal" });
  const why = { kind: "best-interests", case: caseId, entry: entryHash(opened) } as const;
  const opening = {
    case: caseId,
    entries: [opened],
    wraps: ids.map((id) => wrapFor(id, "internal")),
    card: cardAfter(2, 1),
    ...NO_MARKS,
    audit: await auditEntry(server, first, why, token),
  };
  await taken.take(server, "appendToCase", opening, token);

  const third = entryAfter(3, entryHash(added));
  const note = { caseId, author: first.id, lane: "internal", seq: 2, prev: why.entry } as const;
  const reason = sealEntry(server, note);
  const release = randomText(ID_BYTES);
  const acts = [
    { kind: "release-request", case: caseId },
    { kind: "best-interests", case: caseId, entry: entryHash(reason) },
  ] as const;
  const asking = {
    case: caseId,
    entries: [third, reason],
    wraps: [],
    card: cardAfter(3),
    ...NO_MARKS,
    release: {
      id: release,
      envelopeSeq: 1,
      requests: [both, keeper].map(({ id }) => ({
        member: id,
        key: randomText(ID_BYTES),
        sealed: randomText(SEALED_REQUEST_BYTES),
      })),
    },
  };
  const [audit, interests] = await auditPair(server, first, acts, token);
  const asked = { ...asking, audit, interests };
  await taken.take(server, "requestRelease", asked, token);

  const deciding = new Map<TestMember, string>();
  for (const custodian of [both, keeper]) {
    const bearer = await signIn(server, custodian);
    deciding.set(custodian, bearer);
    const statement: ReleaseDecision = {
      suite: "tern/1",
      origin: server.origin,
      case: caseId,
      release,
      envelope: randomText(32),
      request: randomText(32),
      requester: first.id,
      custodian: custodian.id,
      day: today(),
      answer: "approved",
    };
    const bytes = new TextEncoder().encode(JSON.stringify(statement));
    const signature = await custodian.signAct(concat(label("release decision"), bytes));
    const act = { kind: "release-approval", case: caseId } as const;
    const decided = {
      release,
      decision: { statement: toBase64Url(bytes), signature: toBase64Url(signature) },
      share: { key: randomText(ID_BYTES), share: randomText(SEALED_SHARE_BYTES) },
      audit: await auditEntry(server, custodian, act, bearer),
    };
    await taken.take(server, "decideRelease", decided, bearer);
  }
  const keeping = deciding.get(keeper);
  await taken.take(server, "releaseRequests", {}, keeping);
  await taken.take(server, "releaseShares", { case: caseId }, token);
  const from = submission.identity.shares.find(({ member }) => member === keeper.id)?.key ?? "";
  const { pieces } = await call(server, "myPieces", { key: from }, keeping);
  await taken.take(server, "myPieces", { key: from }, keeping);
  await taken.take(server, "replacePieces", { from, to: randomText(ID_BYTES), pieces }, keeping);

  const fourth = entryAfter(4, entryHash(third));
  const tells = { kind: "release-opened", case: caseId } as const;
  const telling = {
    case: caseId,
    entries: [fourth],
    wraps: [],
    card: cardAfter(4),
    ...NO_MARKS,
    release,
    audit: await auditEntry(server, first, tells, token),
  };
  await taken.take(server, "openRelease", telling, token);

  const fifth = entryAfter(5, entryHash(fourth));
  const lets = { kind: "grant", case: caseId, member: outsider.id } as const;
  const letting = {
    case: caseId,
    change: { kind: "grant", member: outsider.id },
    entries: [fifth],
    wraps: (["conversation", "internal"] as const).map((lane) => ({
      member: outsider.id,
      ...sealWrap(lane),
    })),
    reporterWrap: null,
    card: cardAfter(5),
    audit: await auditEntry(server, first, lets, token),
  };
  await taken.take(server, "changeAccess", letting, token);

  const sixth = entryAfter(6, entryHash(fifth));
  const exports = { kind: "export", case: caseId } as const;
  const exporting = {
    case: caseId,
    entries: [sixth],
    wraps: [],
    card: cardAfter(6),
    ...NO_MARKS,
    audit: await auditEntry(server, first, exports, token),
  };
  await taken.take(server, "exportCase", exporting, token);

  const auditing = await signIn(server, auditor);
  await taken.take(server, "refusedActs", {}, auditing);
  await taken.take(server, "caseCounts", { from: null }, auditing);
  const gone = randomText(ID_BYTES);
  const deletion: Deletion = { deletedDay: today(), reason: "schedule", cases: [gone] };
  await server.database
    .prepare("INSERT INTO deletions VALUES (?, ?, ?)")
    .bind(deletion.deletedDay, gone, deletion.reason)
    .run();
  await taken.take(server, "deletions", {}, auditing);
  const notes = { kind: "deletion", ...deletion } as const;
  const noted = await auditEntry(server, auditor, notes, auditing);
  await taken.take(server, "signDeletions", { audit: noted }, auditing);
  await taken.take(server, "readAudit", { after: 0 }, auditing);
  const coordinating = await signIn(server, coordinator);
  await taken.take(server, "board", { from: null }, coordinating);
  await taken.take(server, "heldBy", { member: first.id }, coordinating);
  const resets = { kind: "second-factor-reset", member: lost.id } as const;
  const reset = await auditEntry(server, coordinator, resets, coordinating);
  await taken.take(server, "resetSecondFactor", { member: lost.id, audit: reset }, coordinating);

  const sealedKeyring = (): string => randomText(KEYRING_BYTES + SEAL_OVERHEAD_BYTES);
  const save = { replacesVersion: 1, keyring: sealedKeyring() };
  await taken.take(server, "saveKeyring", save, token);
  await taken.take(server, "ownKeyring", {}, token);
  for (let version = 2; version < KEYRING_VERSIONS; version += 1) {
    const later = { replacesVersion: version, keyring: sealedKeyring() };
    await call(server, "saveKeyring", later, token);
  }
  return { first, token, colleague: await signIn(server, outsider), others };
}
