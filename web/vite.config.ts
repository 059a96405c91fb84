/**
 * Builds the static pages. Invariant: the same checkout and trust file give the same bytes, so nothing
 * here may depend on the time, the machine or the order of a directory.
 *
 * TERN_TRUST: the trust file pinned into the bundle (default `.tern/trust.json`).
 * TERN_DIST: where the pages go (default `web/dist`).
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import {
  HASHED_ASSETS_PATH,
  IMMUTABLE,
  NO_STORE,
  SECURITY_HEADERS,
} from "../worker/contract/headers.ts";

const web = fileURLToPath(new URL(".", import.meta.url));
const repository = resolve(web, "..");
const modules = resolve(repository, "node_modules");
const trust = resolve(process.env["TERN_TRUST"] ?? resolve(repository, ".tern/trust.json"));

/** Named without its hash: a browser that registered it looks under the same name for a newer one. */
const PUSH_WORKER = "push";

/** A line of `_headers` beyond this is dropped by the host, silently. */
const HEADERS_LINE_CHARACTERS = 2_000;

/**
 * libsodium's JavaScript fallback: its CommonJS build, hidden by the package's exports map. Its two files
 * belong together; paired with the ESM build's other half it would never become ready.
 */
function sodiumFallback(): Plugin {
  const wrappers = resolve(modules, "libsodium-wrappers/dist/modules/libsodium-wrappers.js");
  const core = resolve(modules, "libsodium/dist/modules/libsodium.js");
  return {
    name: "sodium-fallback",
    enforce: "pre",
    resolveId(source, importer) {
      if (source === "libsodium-wrappers-fallback") return wrappers;
      if (source === "libsodium" && importer?.split("?")[0] === wrappers) return core;
      return null;
    },
  };
}

const SODIUM_CORE = /\/libsodium(-sumo)?\.mjs$/;
const WASM_LITERAL = /"(AGFzb[A-Za-z0-9+/=]+)"/;
const CORE_EXPORT = /export default (\w+);\s*$/;

/**
 * libsodium's WASM as a file of its own instead of base64 inside a script: a fifth less to fetch, and its
 * hash stands in the script that fetches it. The factory is given the compiled module and nothing else changes.
 */
function sodiumWasm(): Plugin {
  return {
    name: "sodium-wasm",
    apply: "build",
    transform(code, id) {
      if (!SODIUM_CORE.test(id)) return null;
      const base64 = WASM_LITERAL.exec(code)?.[1];
      const factory = CORE_EXPORT.exec(code)?.[1];
      if (base64 === undefined || factory === undefined) this.error("libsodium changed its shape");
      const wasm = Buffer.from(base64, "base64");
      const reference = this.emitFile({ type: "asset", name: "libsodium.wasm", source: wasm });
      const integrity = `sha384-${createHash("sha384").update(wasm).digest("base64")}`;
      const open = `export default async function open(options) {
        const answer = await fetch(import.meta.ROLLUP_FILE_URL_${reference}, { integrity: "${integrity}" });
        const module = await WebAssembly.compile(await answer.arrayBuffer());
        return await new Promise((resolve, reject) => {
          const instantiateWasm = (imports, done) => {
            WebAssembly.instantiate(module, imports).then(done, reject);
          };
          ${factory}({ ...options, instantiateWasm }).then(resolve, reject);
        });
      }`;
      return { code: code.replace(base64, "").replace(CORE_EXPORT, open), map: null };
    },
  };
}

const SODIUM_WRAPPERS =
  /\/libsodium-wrappers(-sumo)?\/dist\/modules(-sumo)?-esm\/libsodium-wrappers\.mjs$/;
/** Two lists in step: the names that are offered, and the functions behind them. */
const OFFERED = /(?<=for\(var \w=)\[("crypto_[^\]]*)\](,\w=)\[([^\]]*)\]/;
const CONSTANTS = /(?<=\w=)\[("(?:SODIUM|crypto)_[^\]]*)\]/g;
const SODIUM_NAME = /\b(?:crypto|randombytes)_\w+/g;
/** What the wrappers ask of themselves: their self-test, before they are ready. */
const SODIUM_OWN_USE = /(?<=\.)(?:crypto|randombytes)_\w+/g;

/** Every name of libsodium's that stands anywhere in the protocol's code. */
function namesInUse(): ReadonlySet<string> {
  const folder = resolve(web, "crypto");
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  return new Set(
    files.flatMap((name) => readFileSync(resolve(folder, name), "utf8").match(SODIUM_NAME) ?? []),
  );
}

/**
 * libsodium's wrappers offer some four hundred functions and constants by two lists, which no bundler can see
 * through. The lists are shortened to what this project names; the functions themselves stay as they were published.
 */
function sodiumWrappers(): Plugin {
  return {
    name: "sodium-wrappers",
    apply: "build",
    transform(code, id) {
      if (!SODIUM_WRAPPERS.test(id)) return null;
      const used = new Set([...namesInUse(), ...(code.match(SODIUM_OWN_USE) ?? [])]);
      const [, names, , functions] = OFFERED.exec(code) ?? [];
      if (names === undefined || functions === undefined) this.error("libsodium changed its shape");
      const offered = names.split(",");
      const behind = functions.split(",");
      if (offered.length !== behind.length) this.error("libsodium changed its shape");
      const kept = (quoted: string): boolean => used.has(quoted.slice(1, -1));
      const shortened = code
        .replace(OFFERED, (_lists, _names, between: string) => {
          const functionsKept = behind.filter((_name, at) => kept(offered[at] ?? ""));
          return `[${offered.filter(kept).join()}]${between}[${functionsKept.join()}]`;
        })
        .replace(
          CONSTANTS,
          (_list, constants: string) => `[${constants.split(",").filter(kept).join()}]`,
        );
      return { code: shortened, map: null };
    },
  };
}

const VAULT_URL = /^\.\/[a-z-]+-worker\.ts\?worker&url$/;

/**
 * A vault's Web Worker as one more entry of the same bundle, so that what page and vault both use (schemas,
 * contract, Comlink) is one file that a browser fetches once. Vite's own worker build would double it.
 */
function vaultWorkers(): Plugin {
  const prefix = "\0vault-url:";
  return {
    name: "vault-workers",
    apply: "build",
    enforce: "pre",
    async resolveId(source, importer) {
      if (!VAULT_URL.test(source)) return null;
      const resolved = await this.resolve(source.slice(0, source.indexOf("?")), importer);
      return resolved === null ? null : prefix + resolved.id;
    },
    load(id) {
      if (!id.startsWith(prefix)) return null;
      const reference = this.emitFile({ type: "chunk", id: id.slice(prefix.length) });
      return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
    },
  };
}

/** The headers of every static answer, from the same constants the Worker answers with. */
function staticHeaders(): Plugin {
  return {
    name: "static-headers",
    apply: "build",
    generateBundle() {
      const lines = [
        "/*",
        ...Object.entries(SECURITY_HEADERS).map(([name, value]) => `  ${name}: ${value}`),
        `  Cache-Control: ${NO_STORE}`,
        `${HASHED_ASSETS_PATH}*`,
        "  ! Cache-Control",
        `  Cache-Control: ${IMMUTABLE}`,
      ];
      const long = lines.find((line) => line.length > HEADERS_LINE_CHARACTERS);
      if (long !== undefined) this.error(`_headers: line too long: ${long.slice(0, 40)}`);
      this.emitFile({ type: "asset", fileName: "_headers", source: `${lines.join("\n")}\n` });
    },
  };
}

export default defineConfig({
  root: web,
  base: "/",
  appType: "mpa",
  resolve: { alias: { "#trust": trust } },
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx/dom" } },
  plugins: [sodiumFallback(), sodiumWasm(), sodiumWrappers(), vaultWorkers(), staticHeaders()],
  worker: { format: "es", plugins: () => [sodiumFallback()] },
  build: {
    outDir: resolve(process.env["TERN_DIST"] ?? resolve(web, "dist")),
    emptyOutDir: true,
    target: "es2022",
    // Preloading from script needs a document, which a vault has not.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, dependencies, { hostType }) =>
        hostType === "html" ? dependencies : [],
    },
    assetsDir: HASHED_ASSETS_PATH.slice(1, -1),
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_200,
    rolldownOptions: {
      input: {
        ...Object.fromEntries(
          ["index", "desk", "join", "receipt", "404"].map((page) => [
            page,
            resolve(web, `${page}.html`),
          ]),
        ),
        [PUSH_WORKER]: resolve(web, "desk/push-worker.ts"),
      },
      output: {
        entryFileNames: ({ name }) =>
          name === PUSH_WORKER ? "[name].js" : `${HASHED_ASSETS_PATH.slice(1)}[name]-[hash].js`,
      },
    },
  },
});
