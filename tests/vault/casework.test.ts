/** Work on a case is sealed to those who read it, signed, and never to the reporter. */
import { beforeAll, describe, expect, it } from "vitest";
import type { DeskVault } from "../../web/vault/desk-vault.ts";
import type { DeskAct } from "../../web/vault/interface.ts";
import { foundOrganisation, TODAY, type Organisation } from "../support/organisation.ts";
import { act, received } from "./case-work.ts";
import { desk, returning } from "./signing-in.ts";

const WORDS = "A very particular sentence about a harbour.";
const VOICE: DeskAct = {
  kind: "casework",
  payload: {
    type: "voice",
    text: WORDS,
    language: "en",
    source: "CHILD",
    helper: "",
    childKnows: "YES",
  },
};
const TASK: DeskAct = {
  kind: "casework",
  payload: { type: "task", what: "Call", language: "en", member: null, byDay: TODAY + 3 },
};
const DONE: DeskAct = {
  kind: "casework",
  payload: { type: "task-outcome", task: 3, outcome: "done" },
};

let organisation: Organisation;
let first: DeskVault;
let second: DeskVault;
beforeAll(async () => {
  organisation = await foundOrganisation();
  first = await desk(organisation, "first");
  second = await desk(organisation, "second");
});

describe("work on a case", () => {
  it("is read by a colleague, under the name of whoever wrote it, and by no reporter", async () => {
    const { served, code } = await received(organisation);
    const { id } = organisation.people.first;
    await act(first, served, id, VOICE, TASK);
    const page = served.memberPage(organisation.people.second.id);
    const { state, broken } = await second.openCase(page);
    expect(broken).toBeNull();
    expect(state.casework.voice).toMatchObject([{ text: WORDS, by: id, day: TODAY }]);
    expect(state.casework.tasks).toMatchObject([{ what: "Call", state: "open", seq: 3 }]);
    const reporter = await returning(organisation, code);
    const view = await reporter.openCase(served.reporterPage());
    expect(view.items.map(({ lane }) => lane)).not.toContain("internal");
    expect(JSON.stringify(view)).not.toContain(WORDS);
  });

  it("shows on the card, which the reporter cannot open either", async () => {
    const { served } = await received(organisation);
    const { id } = organisation.people.first;
    await act(first, served, id, TASK);
    const [before] = await second.openCards([served.row(organisation.people.second.id)]);
    expect(before?.card?.casework).toMatchObject({ stage: "RECEIVE", taskDueDay: TODAY + 3 });
  });

  it("that the case does not hold is not sealed", async () => {
    const { served } = await received(organisation);
    const { id } = organisation.people.first;
    await act(first, served, id, VOICE);
    await first.openCase(served.memberPage(id));
    await expect(first.seal(DONE, TODAY)).rejects.toMatchObject({ code: "not-permitted" });
    await act(first, served, id, TASK, DONE);
    const { state } = await first.openCase(served.memberPage(id));
    expect(state.casework.tasks).toMatchObject([{ state: "done" }]);
  });

  it("keeps why a case is closed, and without it nothing is closed", async () => {
    const { served, code } = await received(organisation);
    const { id } = organisation.people.first;
    const closing = (text: string): DeskAct => ({
      kind: "close",
      reason: "SAFE_CONFIRMED",
      text: "",
      language: "en",
      bestInterests: { text, language: "en" },
    });
    await first.openCase(served.memberPage(id));
    await expect(first.seal(closing(" "), TODAY)).rejects.toMatchObject({ code: "not-permitted" });
    await act(first, served, id, closing(WORDS));
    const page = served.memberPage(organisation.people.second.id);
    const { state } = await second.openCase(page);
    expect(state.closure).toMatchObject({ reason: "SAFE_CONFIRMED" });
    expect(state.casework.bestInterests).toMatchObject([{ step: "CLOSURE", text: WORDS, by: id }]);
    const reporter = await returning(organisation, code);
    const view = await reporter.openCase(served.reporterPage());
    expect(view.state.closure).toMatchObject({ reason: "SAFE_CONFIRMED" });
    expect(JSON.stringify(view)).not.toContain(WORDS);
  });
});
