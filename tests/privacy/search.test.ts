/** The search for canaries finds what it looks for, in each shape, or its silence would mean nothing. */
import { describe, expect, it } from "vitest";
import { canaryOfGroups, canaryOfText, randomWord, sightings } from "./canary.ts";

describe("the search", () => {
  const secret = randomWord();
  const bytes = Buffer.from(secret, "utf8");
  const around = (inner: Buffer): Buffer =>
    Buffer.concat([Buffer.from("before"), inner, Buffer.from("after")]);
  const encoded = (offset: number, how: "base64" | "base64url"): Buffer =>
    Buffer.from(Buffer.concat([Buffer.alloc(offset, 0xe7), bytes, bytes]).toString(how));

  it.each([
    ["as it is", around(bytes)],
    ["in UTF-16", around(Buffer.from(secret, "utf16le"))],
    ["in UTF-16 the other way", around(Buffer.from(secret, "utf16le").swap16())],
    ["in hexadecimal", Buffer.from(around(bytes).toString("hex"))],
    ["in base64", encoded(0, "base64")],
    ["in base64, one byte on", encoded(1, "base64")],
    ["in base64, two bytes on", encoded(2, "base64")],
    ["in base64url, after much else", encoded(301, "base64url")],
    ["in base64 of UTF-16", Buffer.from(Buffer.from(`x${secret}`, "utf16le").toString("base64"))],
  ])("finds a word %s", (_how, hidden) => {
    expect(sightings([canaryOfText("word", secret)], [{ name: "there", bytes: hidden }])).toEqual([
      "word in there",
    ]);
  });

  it.each([" ", "-", "", "%20"])("finds a code put together with %j", (joint) => {
    const words = ["alpha", "bravo", "charlie"];
    const hidden = Buffer.from(Buffer.from(words.join(joint)).toString("base64"));
    const canary = canaryOfGroups("code", words);
    expect(sightings([canary], [{ name: "there", bytes: hidden }])).toEqual(["code in there"]);
  });

  it("finds nothing where nothing is", () => {
    const hidden = Buffer.from(randomWord());
    expect(sightings([canaryOfText("word", secret)], [{ name: "there", bytes: hidden }])).toEqual(
      [],
    );
  });
});
