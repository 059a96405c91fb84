/**
 * Every size, count and duration the wire knows, with its unit in its name.
 * Invariant: a limit is written here once; both sides read it from here.
 */

/** Plaintext sizes a sealed body is padded to, in bytes, smallest first (PROTOCOL.md, Sizes). */
export const BODY_BUCKETS_BYTES = [1_024, 4_096, 16_384, 65_536, 262_144] as const;

/** XChaCha20-Poly1305 nonce (24) and tag (16) around every sealed body. */
export const SEAL_OVERHEAD_BYTES = 40;

/** A card's plaintext is always padded to this. */
export const CARD_BYTES = 1_024;

/** Wrap slots in a submission: the real recipients, then dummies up to the next of these. */
export const WRAP_SLOTS = [4, 8, 16, 32, 64] as const;

/** X-Wing ciphertext (1,120) and a sealed 32-byte lane key (48). */
export const WRAP_BYTES = 1_168;

/** Who somebody is, as they wrote it, is always padded to this. */
export const IDENTITY_BYTES = 4_096;
/** Of an identity header, before its slots; each slot names a custodian (16) and commits to their share (32). */
export const IDENTITY_HEADER_BYTES = 84;
export const IDENTITY_SLOT_BYTES = 48;
/** A 32-byte key's share and its coordinate. */
export const SHARE_BYTES = 33;
/** X-Wing ciphertext (1,120), share, tag (16). */
export const SEALED_SHARE_BYTES = 1_169;
/** A request to release an identity is padded to this for each custodian; X-Wing ciphertext and tag come on top. */
export const RELEASE_REQUEST_BYTES = 8_192;
export const SEALED_REQUEST_BYTES = 9_328;

export const ID_BYTES = 16;
export const HASH_BYTES = 32;
export const ED25519_KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;
export const XWING_KEY_BYTES = 1_216;
export const ENTRY_HEADER_BYTES = 174;
export const CARD_HEADER_BYTES = 78;
export const SALT_BYTES = 16;
/** RFC 4226 recommends the length of a SHA-1 output. */
export const AUTHENTICATOR_SECRET_BYTES = 20;
/** WebAuthn, section 4: a credential id is at most this long. */
export const CREDENTIAL_ID_BYTES_MAX = 1_023;

/** Behind the # of an invitation's link. */
export const INVITATION_SECRET_BYTES = 32;
/** The key a joining is authenticated with, as its inviter keeps it: nonce, key, tag. */
export const KEPT_INVITATION_BYTES = 32 + SEAL_OVERHEAD_BYTES;
/** Keyed BLAKE2b over a joining. */
export const JOINING_MAC_BYTES = 32;
/** How long a link may be good for. */
export const INVITATION_DAYS_MAX = 30;

/** A sealed keyring is padded to this before sealing. */
export const KEYRING_BYTES = 4_096;

/** An X-Wing ciphertext (1,120) and a sealed 32-byte keyring key (48). */
export const SLOT_BYTES = 1_168;
/** Colleagues who may hold a share of one member's recovery. */
export const RECOVERY_COLLEAGUES_MAX = 12;
/** With one alone, a colleague and the server would need nobody else. */
export const RECOVERY_THRESHOLD_MIN = 2;
/** How long a request to one's colleagues stays open: long enough to reach them, short enough to be remembered. */
export const RECOVERY_REQUEST_DAYS = 7;
/** Requests one answer carries to a colleague. */
export const RECOVERY_REQUESTS_SHOWN = 50;

/** Ways into one keyring: a passphrase, a recovery key, colleagues, and passkeys. */
export const KEYRING_SLOTS = 16;

/** Reporter-facing answers are padded to these, so that none and some replies look alike. */
export const REPORTER_ANSWER_BUCKETS_BYTES = [65_536, 262_144, 1_048_576, 2_097_152] as const;

/** Requests are filled with white space to a multiple of this. */
export const REQUEST_STEP_BYTES = 1_024;

/** How much of a journal one answer carries, in base64url characters; the rest is read on. */
export const JOURNAL_PAGE_CHARACTERS = 700_000;

/** As many of a case's newest decisions, and of a custodian's newest requests, as one answer carries. */
export const DECISIONS_SHOWN = 64;
export const REQUESTS_SHOWN = 50;

/** Feedback is always padded to this. */
export const FEEDBACK_BYTES = 16_384;
export const FEEDBACK_HEADER_BYTES = 81;
/** Feedback that one answer carries. */
export const FEEDBACK_PAGE = 20;

/** Pieces of keys, and requests for them, that one page moves to a member's new key. */
export const MOVED_PIECES = 20;

/** Where a count goes on: member (16), count, part (2), expiry (4), HMAC (32). */
export const COUNT_CURSOR_BYTES = 55;

export const INBOX_PAGE_CASES = 50;
/** Cases that one request counts. */
export const COUNTED_CASES = 1_000;
/** The longest statement of an audit entry, with an origin as long as a host name may be. */
export const AUDIT_STATEMENT_BYTES = 768;
export const AUDIT_PAGE_ENTRIES = 500;
/** Rows of the server's note on refused acts that an answer carries: the newest days. */
export const REFUSED_ACTS_SHOWN = 500;
/** A roster is at most 262,144 bytes; most are a few thousand. */
export const ROSTER_PAGE_VERSIONS = 8;
/** What an act says in either lane, the opening of the notes before it, and a receipt after it. */
export const APPEND_ENTRIES = 6;
export const APPEND_WRAPS = 64;
/** A removal and the rekey after it. */
export const ACCESS_ENTRIES = 2;
/** New keys of both lanes for 64 readers, or the keys of 256 epochs for one. */
export const ACCESS_WRAPS = 512;
export const LANE_ENTRIES = 10_000;
/** Members leave the last place of a conversation free, for a withdrawal. */
export const MEMBER_LANE_ENTRIES = LANE_ENTRIES - 1;
/** A conversation this long takes nothing more from its reporter but a withdrawal; members can still write. */
export const REPORTER_LANE_ENTRIES = 500;

export const SUBMIT_BODY_BYTES = 524_288;
export const APPEND_BODY_BYTES = 1_572_864;
export const SMALL_BODY_BYTES = 16_384;
/** A member's saved views are padded to this before sealing. */
export const SAVED_VIEWS_BYTES = 16_384;

/** A keyring with all its slots, each 3,200 characters or so. */
export const KEYRING_BODY_BYTES = 65_536;

/** Wraps moved from one key to the next by one request. */
export const REWRAP_PAGE_WRAPS = 100;
export const REWRAP_BODY_BYTES = 262_144;

/** A challenge is good for as long as somebody may take to write. */
export const CHALLENGE_SECONDS = 4 * 60 * 60;
export const REPORTER_SESSION_SECONDS = 30 * 60;
export const MEMBER_SESSION_SECONDS = 12 * 60 * 60;
/** Between passphrase and second factor, and while a passkey is made. */
export const TICKET_SECONDS = 2 * 60;
/** Codes a member's account takes in a day that are wrong: guessing one in a million must not be worth a try. */
export const WRONG_CODES_A_DAY = 20;
export const PASSKEYS_EACH = 8;

/** PBKDF2-SHA-256 iterations for each proof-of-work attempt; production Workers allow 100,000. */
export const PROOF_ITERATIONS = 5_000;
/** Leading zero bits asked for: 2^7 = 128 attempts on average. */
export const PROOF_BITS = 7;
/** Asked for instead while the intake fuse is tripped: 1,024 attempts on average. */
export const PROOF_BITS_UNDER_LOAD = 10;
/** The largest counter a solution may carry. */
export const PROOF_COUNTER_MAX = 0xffff_ffff;

/** D1 in production refuses longer rows; the local one does not. */
export const D1_ROW_BYTES = 2_000_000;
export const D1_BOUND_PARAMETERS = 100;
