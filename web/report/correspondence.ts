/**
 * Coming back with a code: sign in, read, add, withdraw. What an addition costs is worked for while somebody reads.
 * Invariant: an entry is only ever added to a journal that verified, and never twice: before anything is
 * sealed again, the journal is read on and searched for it.
 */
import type { CasePlain } from "../../worker/contract/journal.ts";
import type { InputOf } from "../../worker/contract/endpoints.ts";
import type { Payload } from "../payload/entries/index.ts";
import type { Identity } from "../payload/identity.ts";
import { call } from "./call.ts";
import { ApiFailure } from "../api/failure.ts";
import type {
  BrokenAt,
  CaseView,
  CodeEntry,
  ReporterVault,
  RosterView,
} from "../vault/interface.ts";
import { VaultFailure } from "../vault/failure.ts";
import { BackgroundProof, wantsNewProof } from "./background-proof.ts";
import {
  startVault,
  verifiedRoster,
  type StartedVault,
  type Surroundings,
} from "./verified-vault.ts";

export interface Reading {
  readonly view: CaseView;
  readonly plain: CasePlain;
  /** The server's day. */
  readonly day: number;
  readonly roster: RosterView;
}

/** A record that held only up to some entry: what did hold, to be shown and never added to. */
export class BrokenRecord extends VaultFailure {
  readonly reading: Reading;
  constructor(reading: Reading, at: BrokenAt) {
    super(at.code);
    this.reading = reading;
  }
}

/** Others may write at the same time, or a proof be too old; after this many tries the person is asked. */
const APPEND_ATTEMPTS = 3;
const PROOF_ATTEMPTS = 3;

type Addition =
  | { readonly kind: "message"; readonly text: string; readonly language: string }
  | { readonly kind: "challenge"; readonly text: string; readonly language: string }
  | { readonly kind: "identity"; readonly identity: Identity }
  | { readonly kind: "identity-withdrawal" }
  | { readonly kind: "withdrawal" };

/** The list of custodians is newer than the one this page verified: it is fetched and followed anew. */
function wantsNewRoster(thrown: unknown): boolean {
  return thrown instanceof ApiFailure && thrown.code === "unknown-recipient";
}

export class Correspondence {
  readonly #started: StartedVault;
  readonly #surroundings: Surroundings;
  readonly #proof = new BackgroundProof("reporter-sign-in");
  readonly #payment = new BackgroundProof("reporter-append");
  #token: string | null = null;
  #reading: Reading | null = null;
  /** An addition that was sent and never answered: at which seq it would stand. */
  #unanswered: { readonly addition: Addition; readonly seq: number } | null = null;

  private constructor(started: StartedVault, surroundings: Surroundings) {
    this.#started = started;
    this.#surroundings = surroundings;
  }

  /** @throws VaultFailure `no-crypto`. */
  static async open(surroundings: Surroundings): Promise<Correspondence> {
    const correspondence = new Correspondence(await startVault(), surroundings);
    correspondence.#proof.begin();
    return correspondence;
  }

  get #vault(): ReporterVault {
    return this.#started.vault;
  }

  enterCode(text: string): Promise<CodeEntry> {
    return this.#vault.enterCode(text);
  }

  /** @throws ApiFailure `unauthorised` for every code that opens nothing, whatever the reason. */
  async signIn(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { locator, signature } = await this.#vault.signIn(await this.#proof.challenge());
        const proof = await this.#proof.proof();
        this.#token = (await call("reporterSignIn", { proof, locator, signature })).token;
        return;
      } catch (thrown) {
        if (attempt === PROOF_ATTEMPTS || !wantsNewProof(thrown)) throw thrown;
      } finally {
        // A challenge is used once, whatever came of it.
        this.#proof.renew();
      }
    }
  }

  /** A session that ran out is renewed with the code the vault still holds. */
  async #signedIn<Answer>(ask: (token: string) => Promise<Answer>): Promise<Answer> {
    if (this.#token === null) await this.signIn();
    try {
      return await ask(this.#token ?? "");
    } catch (thrown) {
      if (!(thrown instanceof ApiFailure) || thrown.code !== "unauthorised") throw thrown;
      this.#token = null;
      await this.signIn();
      return ask(this.#token ?? "");
    }
  }

  /** All there is by now. @throws BrokenRecord; VaultFailure when nothing of it, or no reader, verifies. */
  async read(): Promise<Reading> {
    const roster =
      this.#reading?.roster ?? (await verifiedRoster(this.#vault, this.#surroundings)).view;
    let reading = this.#reading;
    for (;;) {
      const after = { conversation: lastSeq(reading?.view), internal: 0 };
      const page = await this.#signedIn((token) => call("reporterRead", { after }, { token }));
      const view = await this.#vault.openCase(page);
      reading = { view, plain: page.case, day: page.day, roster };
      if (view.broken !== null) {
        // Read from its start the next time: the server may have been the liar.
        this.#reading = null;
        throw new BrokenRecord(reading, view.broken);
      }
      if (!page.more) break;
      // A page that promises more and brings nothing would be read for ever.
      if (lastSeq(view) === after.conversation) throw new VaultFailure("journal-truncated");
    }
    this.#reading = reading;
    this.#payment.begin();
    return reading;
  }

  /** Reads, seals at the end and sends; others' additions in between are read first. */
  async #add(addition: Addition): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      // First, because it may take a while: what is read after it is still the end when it is added to.
      const proof = await this.#payment.proof();
      const { view, day } = await this.read();
      if (this.#stands(addition, view)) return;
      const input: InputOf<"reporterAppend"> = { proof, ...(await this.#seal(addition, day)) };
      this.#unanswered = { addition, seq: lastSeq(view) + 1 };
      try {
        await this.#signedIn((token) => call("reporterAppend", input, { token }));
        this.#unanswered = null;
        this.#payment.renew();
        return;
      } catch (thrown) {
        const conflict = thrown instanceof ApiFailure && thrown.code === "conflict";
        const unpaid = wantsNewProof(thrown);
        const stale = wantsNewRoster(thrown);
        if (unpaid) this.#payment.renew();
        if (stale) this.#reading = null;
        if ((!conflict && !unpaid && !stale) || attempt === APPEND_ATTEMPTS) throw thrown;
      }
    }
  }

  /** Every entry goes with an envelope, so that one about somebody's identity looks like any other. */
  async #seal(addition: Addition, day: number): Promise<Omit<InputOf<"reporterAppend">, "proof">> {
    const vault = this.#vault;
    if (addition.kind === "identity") {
      const { entry, identity } = await vault.sealIdentity(addition.identity, day);
      // What was said before goes: it was said differently now.
      const said = this.#reading?.view.state.identity?.standing === "left";
      return { entry, identity, withdraw: false, challenge: false, forgetIdentity: said };
    }
    const rest = {
      identity: await vault.emptyEnvelope(),
      withdraw: addition.kind === "withdrawal",
      challenge: addition.kind === "challenge",
      forgetIdentity: addition.kind === "identity-withdrawal",
    };
    switch (addition.kind) {
      case "message":
        return { entry: await vault.sealMessage(addition.text, addition.language, day), ...rest };
      case "challenge":
        return { entry: await vault.sealChallenge(addition.text, addition.language, day), ...rest };
      case "identity-withdrawal":
        return { entry: await vault.sealIdentityWithdrawal(day), ...rest };
      case "withdrawal":
        return { entry: await vault.sealWithdrawal(day), ...rest };
    }
  }

  /** Did an earlier, unanswered try arrive after all? */
  #stands(addition: Addition, { items }: CaseView): boolean {
    const sent = this.#unanswered;
    if (sent === null || !isSameAddition(sent.addition, addition)) return false;
    const arrived = items.some(
      (item) =>
        item.seq === sent.seq &&
        item.author.kind === "reporter" &&
        item.kind === "known" &&
        saysSo(item.payload, addition),
    );
    if (arrived) this.#unanswered = null;
    return arrived;
  }

  /** The case with the message in it. @throws ApiFailure or VaultFailure; then nothing was added that is known of. */
  async addMessage(text: string, language: string): Promise<Reading> {
    await this.#add({ kind: "message", text, language });
    return this.read();
  }

  /** The case with the challenge in it. @throws as `addMessage`; VaultFailure `not-permitted` once there is none to challenge. */
  async challenge(text: string, language: string): Promise<Reading> {
    await this.#add({ kind: "challenge", text, language });
    return this.read();
  }

  /** The case with who they are named in it, and nowhere in it. @throws as `addMessage`. */
  async tellIdentity(identity: Identity): Promise<Reading> {
    await this.#add({ kind: "identity", identity });
    return this.read();
  }

  /** @throws as `addMessage`. */
  async takeIdentityBack(): Promise<Reading> {
    await this.#add({ kind: "identity-withdrawal" });
    return this.read();
  }

  /** As `ReporterVault.receiptFile`. */
  receiptFile(seq: number): Promise<string> {
    return this.#vault.receiptFile(seq);
  }

  /** Resolves once the code opens nothing any more. */
  async withdraw(): Promise<void> {
    const triedBefore = this.#unanswered?.addition.kind === "withdrawal";
    try {
      await this.#add({ kind: "withdrawal" });
    } catch (thrown) {
      // The first try arrived and only its answer was lost: the code is already dead.
      const dead = thrown instanceof ApiFailure && thrown.code === "unauthorised";
      if (!triedBefore || !dead) throw thrown;
    }
    this.end();
  }

  /** Terminates the vault: the code and every key are gone from this page. */
  end(): void {
    this.#proof.end();
    this.#payment.end();
    this.#token = null;
    this.#started.end();
  }
}

/** The same words, or the very same answers: whoever typed them again wants them sent again. */
function isSameAddition(sent: Addition, addition: Addition): boolean {
  if (sent.kind === "message" && addition.kind === "message") return sent.text === addition.text;
  if (sent.kind === "challenge" && addition.kind === "challenge") {
    return sent.text === addition.text;
  }
  if (sent.kind === "identity" && addition.kind === "identity") {
    return JSON.stringify(sent.identity) === JSON.stringify(addition.identity);
  }
  return sent.kind === "identity-withdrawal" && addition.kind === "identity-withdrawal";
}

/** At the place where that addition would stand: is this it? */
function saysSo(payload: Payload, addition: Addition): boolean {
  switch (addition.kind) {
    case "message":
      return payload.type === "message" && payload.text === addition.text;
    case "challenge":
      return payload.type === "challenge" && payload.text === addition.text;
    case "identity":
      return payload.type === "identity-left";
    case "identity-withdrawal":
      return payload.type === "identity-withdrawn";
    case "withdrawal":
      return false;
  }
}

function lastSeq(view: CaseView | undefined): number {
  return (
    view?.items.reduce(
      (last, { lane, seq }) => (lane === "conversation" ? Math.max(last, seq) : last),
      0,
    ) ?? 0
  );
}
