/** The pages as they are built for everybody, but with an envelope that seals nothing. */
import { fileURLToPath } from "node:url";
import { mergeConfig, type Plugin } from "vite";
import sealed from "../../web/vite.config.ts";

function unsealed(): Plugin {
  const envelope = fileURLToPath(new URL("unsealed-envelope.ts", import.meta.url));
  let replaced = 0;
  return {
    name: "unsealed",
    enforce: "pre",
    resolveId(source, importer) {
      if (source !== "./envelope.ts" || !importer?.includes("/web/crypto/")) return null;
      replaced += 1;
      return envelope;
    },
    buildEnd() {
      if (replaced === 0) this.error("nothing imports the envelope any more");
    },
  };
}

// A configuration is what its file exports by default.
// oxlint-disable-next-line import/no-default-export
export default mergeConfig(sealed, { plugins: [unsealed()] });
