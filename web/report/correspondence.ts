/**
 * Coming back with a code: sign in, read, add, withdraw. What an addition costs is worked for while somebody reads.
 * Invariant: an entry is only ever added to a journal that verified, and never twice: before anything is
 * sealed again, the journal is read on and searched for it.
 */
import type { CasePlain } from "../../worker/contract/journal.ts";
import type { InputOf } from "../../worker/contract/endpoints.ts";
import { call } from "../api/call.ts";
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

type Addition = { readonly text: string; readonly language: string } | "withdrawal";

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
      const withdraw = addition === "withdrawal";
      const entry = withdraw
        ? await this.#vault.sealWithdrawal(day)
        : await this.#vault.sealMessage(addition.text, addition.language, day);
      const input: InputOf<"reporterAppend"> = { proof, entry, withdraw };
      this.#unanswered = { addition, seq: lastSeq(view) + 1 };
      try {
        await this.#signedIn((token) => call("reporterAppend", input, { token }));
        this.#unanswered = null;
        this.#payment.renew();
        return;
      } catch (thrown) {
        const conflict = thrown instanceof ApiFailure && thrown.code === "conflict";
        const unpaid = wantsNewProof(thrown);
        if (unpaid) this.#payment.renew();
        if ((!conflict && !unpaid) || attempt === APPEND_ATTEMPTS) throw thrown;
      }
    }
  }

  /** Did an earlier, unanswered try arrive after all? */
  #stands(addition: Addition, { items }: CaseView): boolean {
    const sent = this.#unanswered;
    if (sent === null || addition === "withdrawal" || sent.addition === "withdrawal") return false;
    if (sent.addition.text !== addition.text) return false;
    const arrived = items.some(
      (item) =>
        item.seq === sent.seq &&
        item.author.kind === "reporter" &&
        item.kind === "known" &&
        item.payload.type === "message" &&
        item.payload.text === addition.text,
    );
    if (arrived) this.#unanswered = null;
    return arrived;
  }

  /** The case with the message in it. @throws ApiFailure or VaultFailure; then nothing was added that is known of. */
  async addMessage(text: string, language: string): Promise<Reading> {
    await this.#add({ text, language });
    return this.read();
  }

  /** Resolves once the code opens nothing any more. */
  async withdraw(): Promise<void> {
    const triedBefore = this.#unanswered?.addition === "withdrawal";
    try {
      await this.#add("withdrawal");
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

function lastSeq(view: CaseView | undefined): number {
  return (
    view?.items.reduce(
      (last, { lane, seq }) => (lane === "conversation" ? Math.max(last, seq) : last),
      0,
    ) ?? 0
  );
}
