/** What `create` takes and what it refuses to take, option by option. */
import { describe, expect, it } from "vitest";
import { planOf, type CreateOptions } from "../../web/command/org/plan.ts";

const SOUND: CreateOptions = {
  name: "Harbour Network",
  origin: ["https://tern.example"],
  desk: ["North desk"],
  country: "ie",
  languages: "en, fr",
  "coordinator-name": "Ada Example",
  "coordinator-handle": "ada",
};

const refusal = (change: Partial<CreateOptions>) => () => planOf({ ...SOUND, ...change }, 20_000);

describe("a plan", () => {
  it("is one desk and one coordinator who reviews there", () => {
    expect(planOf(SOUND, 20_000)).toEqual({
      organisation: "Harbour Network",
      origins: ["https://tern.example"],
      today: 20_000,
      validDays: 180,
      signer: "ada",
      members: [{ handle: "ada", name: "Ada Example", roles: ["coordinator", "reviewer"] }],
      desks: [
        {
          names: { en: "North desk" },
          country: "IE",
          languages: ["en", "fr"],
          members: ["ada"],
          custodians: [],
        },
      ],
    });
  });

  it("says that the desk is one of oversight where that was asked for, and nothing of it otherwise", () => {
    expect(planOf({ ...SOUND, oversight: true }, 0).desks).toMatchObject([{ oversight: true }]);
    for (const oversight of [undefined, false]) {
      expect(planOf({ ...SOUND, oversight }, 0).desks[0]).not.toHaveProperty("oversight");
    }
  });

  it("takes every origin a browser has its cryptography at, and no other", () => {
    for (const origin of [
      "https://tern.example:8443",
      "http://127.0.0.1:8787",
      "http://localhost:8787",
    ]) {
      expect(planOf({ ...SOUND, origin: [origin] }, 0).origins).toEqual([origin]);
    }
    for (const origin of [
      "tern.example",
      "http://tern.example",
      "https://tern.example/",
      "https://tern.example/desk",
      "https://TERN.example",
      "https://tern.example:443",
      "https://name:word@tern.example",
      "ftp://tern.example",
      "",
    ]) {
      expect(refusal({ origin: [origin] }), origin).toThrow("is no origin");
    }
    expect(refusal({ origin: [] })).toThrow("--origin is missing");
  });

  it("refuses what the roster could not hold, naming the option", () => {
    expect(refusal({ name: " " })).toThrow("--name is missing");
    expect(refusal({ name: "x".repeat(121) })).toThrow("--name");
    expect(refusal({ name: "two\nlines" })).toThrow("--name");
    expect(refusal({ "coordinator-name": "turned \u202e round" })).toThrow("--coordinator-name");
    expect(refusal({ "coordinator-handle": "Ada!" })).toThrow("--coordinator-handle");
    expect(refusal({ country: "XX" })).toThrow("--country");
    expect(refusal({ country: "Ireland" })).toThrow("--country");
    expect(refusal({ languages: "english" })).toThrow("--languages");
    expect(refusal({ languages: "en,,fr" })).toThrow("--languages");
    expect(refusal({ desk: [] })).toThrow("--desk is missing");
    expect(refusal({ desk: ["One", "en=Two"] })).toThrow("two names");
    expect(refusal({ desk: ["ar=مكتب"] })).toThrow("none of its languages");
    for (const days of ["0", "-1", "1.5", "733", "soon"]) {
      expect(refusal({ days }), days).toThrow("--days");
    }
  });
});
