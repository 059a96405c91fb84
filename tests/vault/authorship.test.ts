/**
 * Who wrote what, against attackers who hold some keys but not the one that matters. Beside each refusal
 * the same bytes made with that one key, which are believed.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { newSigningSeed, sealKeyPair } from "../../web/crypto/keys.ts";
import { writePayload } from "../../web/payload/journal.ts";
import type { DeskVault } from "../../web/vault/desk-vault.ts";
import { foundOrganisation, TODAY, type Organisation } from "../support/organisation.ts";
import { breaksAt } from "./breaking.ts";
import { act, received, REPLY } from "./case-work.ts";
import {
  forgeNext,
  laneKeyByCode,
  NOTE,
  pageWith,
  recipientKey,
  reporterPageWith,
} from "./forgery.ts";
import { desk, returning } from "./signing-in.ts";

let organisation: Organisation;
let first: DeskVault;
let second: DeskVault;

beforeAll(async () => {
  organisation = await foundOrganisation();
  first = await desk(organisation, "first");
  second = await desk(organisation, "second");
});

describe("a reply in a reviewer's name", () => {
  it("is refused from somebody who found the code: they hold the lane key and no member's", async () => {
    const { served, code } = await received(organisation);
    const key = await laneKeyByCode(served, code);
    const author = organisation.people.first;
    for (const signer of [null, newSigningSeed(), organisation.people.second.signing]) {
      const forged = forgeNext(served, { key, author, signer });
      const reporter = await returning(organisation, code);
      const at = { lane: "conversation", seq: 2, code: "entry-signature" } as const;
      await breaksAt(reporter.openCase(reporterPageWith(served, forged)), at);
      await breaksAt(second.openCase(pageWith(served, organisation.people.second, forged)), at);
      await expect(second.seal(REPLY, TODAY)).rejects.toMatchObject({ code: "not-ready" });
    }
  });

  it("is believed with that reviewer's signing seed, so that the refusal was the signature's", async () => {
    const { served, code } = await received(organisation);
    const key = await laneKeyByCode(served, code);
    const author = organisation.people.first;
    const genuine = forgeNext(served, { key, author, signer: author.signing });
    const reporter = await returning(organisation, code);
    const view = await reporter.openCase(reporterPageWith(served, genuine));
    expect(view.items.at(-1)?.author).toEqual({ kind: "member", member: author.id });
  });

  it("is refused from another case, and under another header than it was signed with", async () => {
    const { served } = await received(organisation);
    const { served: elsewhere } = await received(organisation);
    const { first: author, second: reader } = organisation.people;
    const key = recipientKey(served, "conversation", reader);
    await act(first, elsewhere, author.id, REPLY);
    const real = elsewhere.lane("conversation").at(-1);
    if (real === undefined) throw new Error("no reply");
    await breaksAt(second.openCase(pageWith(served, organisation.people.second, real)), {
      lane: "conversation",
      seq: 2,
      code: "entry-order",
    });
    const signed = forgeNext(served, { key, author, signer: author.signing });
    const otherDay = forgeNext(served, {
      key,
      author,
      signer: author.signing,
      header: { day: TODAY - 1 },
    });
    const crossed = { header: otherDay.header, body: signed.body };
    await breaksAt(second.openCase(pageWith(served, organisation.people.second, crossed)), {
      lane: "conversation",
      seq: 2,
      code: "entry-invalid",
    });
  });
});

describe("the internal lane", () => {
  it("takes nothing a reporter wrote, even from a recipient who holds its key", async () => {
    const { served } = await received(organisation);
    const { first: author } = organisation.people;
    await act(first, served, author.id, { kind: "open" });
    const key = recipientKey(served, "internal", author);
    const forged = forgeNext(served, {
      key,
      author: null,
      signer: null,
      lane: "internal",
      json: NOTE,
    });
    await breaksAt(second.openCase(pageWith(served, organisation.people.second, forged)), {
      lane: "internal",
      seq: 2,
      code: "entry-signature",
    });
    const signed = { key, author, signer: author.signing, lane: "internal", json: NOTE } as const;
    const view = await second.openCase(
      pageWith(served, organisation.people.second, forgeNext(served, signed)),
    );
    expect(view.items.at(-1)).toMatchObject({ kind: "known", lane: "internal", seq: 2 });
  });

  it("stays under the report it was opened on", async () => {
    const { served } = await received(organisation);
    const { first: author, second: reader } = organisation.people;
    await act(first, served, author.id, { kind: "open" });
    const [opening] = served.lane("internal");
    // Somebody with the lane key writes another first entry: nobody signs a report.
    const key = recipientKey(served, "conversation", reader);
    const report = writePayload({
      type: "report",
      desk: "A".repeat(22),
      urgent: false,
      channel: "trafficking",
      language: "en",
      title: "",
      text: "Another report altogether.",
      recipients: [author.id, reader.id],
      excluded: [],
      reporterKey: Buffer.from(sealKeyPair(new Uint8Array(32)).publicKey).toString("base64url"),
    });
    const header = { seq: 1, prev: new Uint8Array(32) };
    const swapped = forgeNext(served, { key, author: null, signer: null, json: report, header });
    const page = served.memberPage(reader.id);
    if (opening === undefined) throw new Error("no opening");
    const over = second.openCase({ ...page, entries: [swapped, opening] });
    await breaksAt(over, { lane: "internal", seq: 1, code: "entry-order" });
    await expect(second.seal(REPLY, TODAY)).rejects.toMatchObject({ code: "not-ready" });
    await expect(second.openCase(page)).resolves.toMatchObject({ standing: "received" });
  });
});

describe("what a reporter wrote", () => {
  it("could have been written by any recipient: it verifies equally", async () => {
    const { served, vault, code } = await received(organisation);
    await vault.openCase(served.reporterPage());
    const genuine = await vault.sealMessage("I saw them leave.", "en", TODAY);
    const { second: recipient } = organisation.people;
    const json = writePayload({ type: "message", language: "en", text: "I saw them leave." });
    const key = recipientKey(served, "conversation", recipient);
    const made = forgeNext(served, { key, author: null, signer: null, json });
    const readings = [];
    for (const entry of [genuine, made]) {
      const fresh = await returning(organisation, code);
      const { items } = await fresh.openCase(reporterPageWith(served, entry));
      readings.push(items.at(-1));
      const reviewer = await desk(organisation, "first");
      const page = served.memberPage(organisation.people.first.id);
      const read = await reviewer.openCase({ ...page, entries: [...page.entries, entry] });
      readings.push(read.items.at(-1));
    }
    expect(new Set(readings.map((item) => JSON.stringify(item))).size).toBe(1);
    expect(made.body.length).toBe(genuine.body.length);
  });

  it("cannot have been written by the server, which holds no lane key", async () => {
    const { served } = await received(organisation);
    const forged = forgeNext(served, {
      key: recipientKey(
        (await received(organisation)).served,
        "conversation",
        organisation.people.second,
      ),
      author: null,
      signer: null,
    });
    await breaksAt(second.openCase(pageWith(served, organisation.people.second, forged)), {
      lane: "conversation",
      seq: 2,
      code: "entry-invalid",
    });
  });
});
