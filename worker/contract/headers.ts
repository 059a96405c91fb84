/**
 * The response headers of the whole origin, written once: the Worker sets them on everything it answers,
 * and the build writes the same lines into `_headers` for the static assets.
 * Invariant: the Content-Security-Policy is one constant string on every response.
 */

/** The one Trusted Types policy: it names the vaults' Web Workers, and what shows members' messages, and nothing else. */
export const TRUSTED_TYPES_POLICY = "tern-vault";

export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types ${TRUSTED_TYPES_POLICY}`,
].join("; ");

const PERMISSIONS = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "compute-pressure",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "screen-wake-lock",
  "serial",
  "storage-access",
  "usb",
  "window-management",
  "xr-spatial-tracking",
];

/**
 * For this origin's own pages, never for a page inside one: members' passkeys. The browser asks the person each
 * time, and `frame-ancestors` and `default-src` leave no frame to ask from.
 */
const OWN_PERMISSIONS = ["publickey-credentials-create", "publickey-credentials-get"];

/**
 * On everything but hashed assets. `no-transform`: answers are padded, and a host that compressed them on the way
 * would show what the padding hides.
 */
export const NO_STORE = "no-store, no-transform";
/** Only for assets whose name carries the hash of their content. */
export const IMMUTABLE = "public, max-age=31536000, immutable";
/** Where the build puts the assets named by their hash. */
export const HASHED_ASSETS_PATH = "/assets/";

export const SECURITY_HEADERS = {
  "Content-Security-Policy": CONTENT_SECURITY_POLICY,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Origin-Agent-Cluster": "?1",
  "Permissions-Policy": [
    ...PERMISSIONS.map((name) => `${name}=()`),
    ...OWN_PERMISSIONS.map((name) => `${name}=(self)`),
  ].join(", "),
  "Referrer-Policy": "no-referrer",
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains; preload",
  "X-Content-Type-Options": "nosniff",
  "X-DNS-Prefetch-Control": "off",
  "X-Frame-Options": "DENY",
  "X-Robots-Tag": "noindex, nofollow, noarchive",
} as const;
