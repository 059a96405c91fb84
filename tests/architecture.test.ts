/**
 * The house's rules that the compiler does not keep: which room may import which, who alone may touch a
 * heavy dependency, and what must not stand in the source at all.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (name === "dist" || name.startsWith(".")) return [];
    if (statSync(join(root, path)).isDirectory()) return filesUnder(path);
    return /\.tsx?$/u.test(name) ? [path] : [];
  });
}

const sources = [...filesUnder("worker"), ...filesUnder("web")];

interface Import {
  readonly file: string;
  /** A path from the root for our own code, else the package's specifier. */
  readonly target: string;
}

const specifier = /(?:\bfrom\s+|\bimport\s*\(\s*|^\s*import\s+)["']([^"']+)["']/gmu;

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(specifier)].map(([, named = ""]) => ({
    file,
    target: named.startsWith(".")
      ? relative(root, resolve(root, dirname(file), named.replace(/\?.*$/u, "")))
      : named,
  }));
}

const imports = sources.flatMap(importsOf);

/** A file's room: the longest of these that its path opens with. */
const ROOMS = [
  "worker/contract",
  "worker/domain",
  "worker/db",
  "worker/http",
  "worker/routes",
  "worker/notifications",
  "worker/jobs",
  "worker/env.ts",
  "worker/index.ts",
  "web/crypto",
  "web/payload",
  "web/vault",
  "web/api",
  "web/i18n",
  "web/ui",
  "web/report",
  "web/desk",
  "web/join",
  "web/receipt",
  "web/command",
  "web/failure.ts",
  "web/",
] as const;
type Room = (typeof ROOMS)[number];

/** Each audience's screens use the same rooms, and never another's. */
const SCREENS_USE = [
  "worker/contract",
  "web/payload",
  "web/vault",
  "web/api",
  "web/i18n",
  "web/ui",
  "web/failure.ts",
] as const satisfies readonly Room[];

/** What each room may import of our own, besides itself. */
const ARROWS: Record<Room, readonly Room[]> = {
  "worker/contract": [],
  "worker/domain": ["worker/contract"],
  "worker/db": ["worker/contract", "worker/domain"],
  "worker/env.ts": ["worker/contract", "worker/domain"],
  "worker/http": ["worker/contract", "worker/domain", "worker/env.ts"],
  "worker/routes": [
    "worker/contract",
    "worker/domain",
    "worker/db",
    "worker/http",
    "worker/env.ts",
  ],
  // It knows neither the database nor any route: what it sends can hold nothing of them.
  "worker/notifications": ["worker/contract", "worker/domain", "worker/env.ts"],
  "worker/jobs": [
    "worker/contract",
    "worker/domain",
    "worker/db",
    "worker/notifications",
    "worker/env.ts",
  ],
  "worker/index.ts": [
    "worker/contract",
    "worker/domain",
    "worker/db",
    "worker/http",
    "worker/routes",
    "worker/jobs",
    "worker/env.ts",
  ],
  "web/crypto": ["worker/contract"],
  "web/payload": ["worker/contract"],
  "web/vault": ["worker/contract", "web/crypto", "web/payload"],
  "web/api": ["worker/contract"],
  "web/i18n": [],
  "web/ui": ["web/i18n"],
  "web/failure.ts": ["web/vault", "web/api", "web/i18n"],
  "web/report": [...SCREENS_USE],
  "web/desk": [...SCREENS_USE],
  "web/join": [...SCREENS_USE],
  "web/receipt": [...SCREENS_USE],
  // A command may be a member's client: it signs in as a page does, with the same vault.
  "web/command": ["worker/contract", "web/crypto", "web/payload", "web/vault", "web/api"],
  "web/": [...SCREENS_USE, "web/report", "web/desk", "web/join", "web/receipt"],
};

function roomOf(path: string): Room | undefined {
  return ROOMS.find((room) => path.startsWith(room));
}

function offenders(
  allowed: (found: Import) => boolean,
  selected: (target: string) => boolean,
): string[] {
  return imports
    .filter(({ target }) => selected(target))
    .filter((found) => !allowed(found))
    .map(({ file, target }) => `${file} -> ${target}`);
}

/** All that these files import, and what that imports in turn; what is loaded later is imported too. */
function reachedFrom(files: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const { file: from, target } of imports) if (from === file) visit(target);
  };
  files.forEach(visit);
  return reached;
}

function matching(pattern: RegExp, files: readonly string[]): string[] {
  return files.flatMap((file) =>
    readFileSync(join(root, file), "utf8")
      .split("\n")
      .flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1}: ${line.trim()}`] : [])),
  );
}

describe("the rooms", () => {
  it("read more than a hundred imports, so that the rules below see the code", () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it("import only along the arrows", () => {
    const against = imports.flatMap(({ file, target }) => {
      const from = roomOf(file);
      const to = roomOf(target);
      if (from === undefined || to === undefined || from === to) return [];
      return ARROWS[from].includes(to) ? [] : [`${file} -> ${target}`];
    });
    expect(against).toEqual([]);
  });

  it("keep each heavy dependency behind its one importer", () => {
    const only =
      (...allowed: readonly string[]) =>
      ({ file }: Import) =>
        allowed.some((path) => file.startsWith(path));
    expect(
      offenders(only("web/crypto/sodium.ts", "web/crypto/platform.d.ts"), (t) =>
        t.startsWith("libsodium"),
      ),
    ).toEqual([]);
    expect(offenders(only("web/crypto/shamir.ts"), (t) => t.startsWith("shamir"))).toEqual([]);
    expect(offenders(only("worker/db/"), (t) => t.startsWith("drizzle-orm"))).toEqual([]);
    expect(offenders(only("web/ui/dom.ts"), (t) => t.startsWith("hono/jsx"))).toEqual([]);
    expect(offenders(only("web/vault/"), (t) => t.startsWith("comlink"))).toEqual([]);
    expect(offenders(only("worker/contract/", "web/"), (t) => t.startsWith("@scure/"))).toEqual([]);
  });

  it("hold no decryption in the Worker", () => {
    const reached = reachedFrom(["worker/index.ts"]);
    expect(reached.has("worker/http/app.ts")).toBe(true);
    const foreign = [...reached].filter(
      (target) => target.startsWith("web/") || /libsodium|@noble/u.test(target),
    );
    expect(foreign).toEqual([]);
  });

  it("have members alone load the tables of the law, which are long", () => {
    const tables = ["countries", "contracting-states", "instruments", "law-notes", "which-law"];
    const ofTheLaw = (entry: string): readonly string[] => {
      const reached = reachedFrom(filesUnder(entry));
      return tables.filter((table) => reached.has(`web/payload/${table}.ts`));
    };
    expect(ofTheLaw("web/report")).toEqual([]);
    expect(ofTheLaw("web/desk")).toEqual(tables);
  });
});

describe("the source", () => {
  it("has no way round the types, no leftovers, and speaks in one file", () => {
    expect(
      matching(/\bas any\b|: any\b(?! [a-z])|@ts-(ignore|expect-error|nocheck)/u, sources),
    ).toEqual([]);
    expect(matching(/oxlint-disable|eslint-disable|\bTODO\b|\bFIXME\b/u, sources)).toEqual([]);
    const silent = sources.filter((file) => file !== "worker/http/errors.ts");
    expect(matching(/\bconsole\./u, silent)).toEqual([]);
  });

  it("writes no markup from text", () => {
    const pattern = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySet/u;
    expect(matching(pattern, sources)).toEqual([]);
  });

  it("keeps nothing in the browser", () => {
    const pattern = /localStorage|sessionStorage|indexedDB|document\.cookie|\bcaches\./u;
    expect(matching(pattern, filesUnder("web"))).toEqual([]);
    // But for a registration to be pushed to, where a member asks for it.
    const others = filesUnder("web").filter((file) => file !== "web/desk/push.ts");
    expect(matching(/serviceWorker/u, others)).toEqual([]);
    // What is registered answers no request of a page.
    expect(matching(/addEventListener\(\s*"fetch"|respondWith/u, filesUnder("web"))).toEqual([]);
  });

  it("keeps files within three hundred lines", () => {
    const long = sources
      .map((file) => ({ file, lines: readFileSync(join(root, file), "utf8").split("\n").length }))
      .filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });

  it("lets no mark of French begin a line, in any of its words", () => {
    const french = filesUnder("web/i18n/locales/fr");
    expect(french.length).toBeGreaterThan(10);
    expect(matching(/[ \u00a0][:;?!»]|«[ \u00a0]/u, french)).toEqual([]);
    expect(matching(/\u202f[:;?!]/u, french).length).toBeGreaterThan(100);
  });

  it("has no sentence for people outside the locales", () => {
    const screens = sources.filter((file) => file.endsWith(".tsx"));
    expect(screens.length).toBeGreaterThan(10);
    // Text between tags, or a quoted attribute that people read or hear.
    const spoken =
      /^\s*[A-Z][a-z]+ [a-z]+[^=(){};]*$|(?:aria-label|title|placeholder|alt)="[^"]*[a-z]/u;
    expect(matching(spoken, screens).filter((line) => !/^\S+ (\*|\/\*|\/\/)/u.test(line))).toEqual(
      [],
    );
  });

  it("lets no French sign begin a line of its own", () => {
    const french = sources.filter((file) => file.startsWith("web/i18n/locales/fr/"));
    expect(french.length).toBeGreaterThan(10);
    const parted = /[^\s*] [?!;:»]|« /u;
    expect(parted.test("En danger maintenant ?")).toBe(true);
    expect(matching(parted, french)).toEqual([]);
  });
});

describe("the README's file tour", () => {
  it("names every room, and nothing that is not there", () => {
    const tour = readFileSync(join(root, "README.md"), "utf8").match(
      /## File tour[\s\S]*?```\n([\s\S]*?)```/u,
    );
    const named = (tour?.[1] ?? "").split("\n").flatMap((line) => line.match(/^\S+/u) ?? []);
    expect(named.length).toBeGreaterThan(15);
    for (const path of named)
      expect(statSync(join(root, path)).isFile() || path.endsWith("/")).toBe(true);
    const rooms = ["worker", "web", "tests"].flatMap((top) =>
      readdirSync(join(root, top))
        .filter((name) => !name.startsWith(".") && name !== "dist")
        .filter((name) => statSync(join(root, top, name)).isDirectory())
        .map((name) => `${top}/${name}/`),
    );
    expect(rooms.filter((room) => !named.includes(room))).toEqual([]);
  });
});
