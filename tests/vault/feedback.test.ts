/** Feedback between vaults: opened by coordinators alone, and carrying nothing of the case or the code it may be about. */
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import {
  decodeFeedbackHeader,
  type KeptFeedback,
  type SealedFeedback,
} from "../../worker/contract/feedback.ts";
import { DUMMY_MEMBER } from "../../worker/contract/journal.ts";
import { keyIdOf } from "../../web/crypto/keys.ts";
import { NO_ANSWERS, type Feedback } from "../../web/payload/given-feedback.ts";
import {
  foundOrganisation,
  type MemberHandle,
  type Organisation,
} from "../support/organisation.ts";
import { desk, returning, sendReport, verifiedReporter } from "./signing-in.ts";

const WORDS = "A particular sentence about how it was.";
const SAID: Feedback = {
  language: "en",
  answers: { ...NO_ANSWERS, safe: "partly" },
  text: WORDS,
  case: null,
};

let organisation: Organisation;
beforeAll(async () => {
  organisation = await foundOrganisation();
});

/** As the server could hand it to that member, whomever it was sealed to: with their own key named. */
function handedTo({ header, body, wraps }: SealedFeedback, handle: MemberHandle): KeptFeedback {
  const { feedbackId } = decodeFeedbackHeader(fromBase64Url(header));
  const [real] = wraps.filter(({ member }) => member !== DUMMY_MEMBER);
  const own = organisation.people[handle].seal.publicKey;
  return {
    feedback: toBase64Url(feedbackId),
    receivedMonth: 20_500,
    header,
    body,
    key: toBase64Url(keyIdOf(own)),
    wrap: real?.wrap ?? "",
  };
}

describe("feedback", () => {
  it("is sealed to the active coordinators of the list and to nobody else", async () => {
    const vault = await verifiedReporter(organisation);
    const { wraps } = await vault.sealFeedback(SAID);
    const coordinators = organisation.roster.members
      .filter(({ roles }) => roles.includes("coordinator"))
      .map(({ id }) => id);
    const sealedTo = wraps.map(({ member }) => member).filter((id) => id !== DUMMY_MEMBER);
    expect(sealedTo.toSorted()).toEqual(coordinators.toSorted());
  });

  it("opens for a coordinator; a reviewer who is handed the very same bytes opens nothing", async () => {
    const vault = await verifiedReporter(organisation);
    const sealed = await vault.sealFeedback(SAID);
    const coordinator = await desk(organisation, "coordinator");
    const [opened] = await coordinator.openFeedback([handedTo(sealed, "coordinator")]);
    expect(opened?.said).toEqual(SAID);
    for (const handle of ["first", "second", "third"] as const) {
      const other = await desk(organisation, handle);
      const [closed] = await other.openFeedback([handedTo(sealed, handle)]);
      expect(closed?.said).toBeNull();
    }
    const { key: _key, ...rest } = handedTo(sealed, "coordinator");
    const [lied] = await coordinator.openFeedback([{ ...rest, key: sealed.wraps[1]?.key ?? "" }]);
    expect(lied?.said).toBeNull();
  });

  it("is as long whether it names a report or not, and names none unasked", async () => {
    const { report, code } = await sendReport(organisation);
    const back = await returning(organisation, code);
    const shapes = [];
    for (const about of [null, report.case]) {
      const sealed = await back.sealFeedback({ ...SAID, case: about });
      shapes.push(JSON.stringify(sealed).length);
      const sent = JSON.stringify(sealed);
      // Of all that this vault holds: the report's number, what it is found and read by.
      for (const held of [report.case, report.reporter.locatorHash, report.reporter.wrap.key]) {
        expect(sent).not.toContain(held);
      }
      const coordinator = await desk(organisation, "coordinator");
      const [opened] = await coordinator.openFeedback([handedTo(sealed, "coordinator")]);
      expect(opened?.said?.case).toBe(about);
    }
    expect(new Set(shapes).size).toBe(1);
  });

  it("is never sealed twice to the same bytes", async () => {
    const vault = await verifiedReporter(organisation);
    const [one, other] = [await vault.sealFeedback(SAID), await vault.sealFeedback(SAID)];
    expect(one.header).not.toBe(other.header);
    expect(one.body).not.toBe(other.body);
  });
});
