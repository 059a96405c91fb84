/** The root key's passphrase at a terminal: typed twice, never shown, made on request, never weak. */
import { PassThrough, Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { knownPassphrase, newPassphrase } from "../../web/command/org/passphrase.ts";
import { openTerminal, type Terminal } from "../../web/command/org/terminal.ts";

const STRONG = "orchard velvet lantern copper drift maple";
const MADE = "seven words that a machine has made";

interface Typist {
  readonly terminal: Terminal;
  /** Everything the terminal was told to show. */
  readonly seen: () => string;
}

/** A terminal: it shows what is typed for as long as it is not raw. */
class EchoingInput extends PassThrough {
  readonly isTTY = true;
  isRaw = false;
  echoed = "";

  setRawMode(mode: boolean): this {
    this.isRaw = mode;
    return this;
  }

  type(line: string): void {
    if (!this.isRaw) this.echoed += line;
    setImmediate(() => this.write(`${line}\r`));
  }
}

/** Types each line as soon as it is asked for one. */
function typing(...lines: readonly string[]): Typist {
  const input = new EchoingInput();
  const left = [...lines];
  let seen = "";
  const output = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      const text = chunk.toString("utf8");
      seen += text;
      if (text.endsWith(": ")) input.type(left.shift() ?? "\u0003");
      done();
    },
  });
  return { terminal: openTerminal(input, output), seen: () => seen + input.echoed };
}

function asks(terminal: Terminal, known: readonly string[] = []): Promise<string> {
  return newPassphrase({ given: undefined, terminal }, known, () => MADE);
}

describe("a new passphrase", () => {
  it("is typed twice and never shown", async () => {
    const { terminal, seen } = typing(STRONG, STRONG);
    expect(await asks(terminal)).toBe(STRONG);
    expect(seen()).toContain("The same once more");
    for (const word of STRONG.split(" ")) expect(seen()).not.toContain(word);
  });

  it("is made when nothing is typed, shown once, and typed back", async () => {
    const { terminal, seen } = typing("", MADE.toUpperCase());
    expect(await asks(terminal)).toBe(MADE);
    expect(seen().split(MADE).length).toBe(2);
  });

  it("is taken as it was made, whatever words chance drew", async () => {
    const drawn = "maple maple maple maple stone stone stone";
    const { terminal } = typing("", drawn);
    const taken = newPassphrase({ given: undefined, terminal }, [], () => drawn);
    expect(await taken).toBe(drawn);
  });

  it("is asked for again when the two differ or it is weak, with the reason", async () => {
    const { terminal, seen } = typing(STRONG, "something else", "hunter2", STRONG, STRONG);
    expect(await asks(terminal)).toBe(STRONG);
    expect(seen()).toContain("not the same");
    expect(seen()).toContain("too easy to guess");
    expect(seen()).not.toContain("hunter2");
  });

  it("is given up after three, and when whoever types stops", async () => {
    const weak = typing("one", "two", "three");
    await expect(asks(weak.terminal)).rejects.toThrow("No passphrase was set");
    const stopped = typing(STRONG);
    await expect(asks(stopped.terminal)).rejects.toThrow("Stopped");
  });

  it("may not be the organisation's own names", async () => {
    const { terminal } = typing(STRONG, STRONG, STRONG);
    const known = ["Orchard Velvet", "lantern.example"];
    await expect(asks(terminal, known)).rejects.toThrow("No passphrase was set");
  });
});

describe("the passphrase of a root key that is there", () => {
  it("is typed once, or handed over by a script", async () => {
    const { terminal, seen } = typing("short");
    expect(await knownPassphrase({ given: undefined, terminal })).toBe("short");
    expect(seen()).not.toContain("short");
    expect(await knownPassphrase({ given: STRONG, terminal: null })).toBe(STRONG);
    const nobody = knownPassphrase({ given: undefined, terminal: null });
    await expect(nobody).rejects.toThrow("TERN_ORG_PASSPHRASE");
  });
});
