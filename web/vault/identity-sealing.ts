/**
 * The envelope that goes with everything a reporter sends: who they are, or nothing, for the custodians of their desk.
 * Invariant: nobody the reporter took out holds a piece of it.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { IdentityEnvelope } from "../../worker/contract/release.ts";
import { sealIdentity, type Custodian } from "../crypto/identity.ts";
import type { VerifiedRoster } from "../crypto/roster.ts";
import { custodiansOf, thresholdOf } from "../crypto/roster.ts";
import type { ReportIdentity } from "../payload/entries/identity.ts";
import { Identity, NO_IDENTITY } from "../payload/identity.ts";
import { VaultFailure } from "./failure.ts";

export interface EnvelopeFor {
  /** 32-byte hash of the organisation's origin. */
  readonly origin: Uint8Array;
  readonly caseId: string;
  readonly desk: string | undefined;
  readonly recipients: readonly string[];
  readonly excluded: readonly string[];
  readonly roster: VerifiedRoster;
  readonly today: number;
}

/** In whose hands it is and how many of them must agree: what a sealed entry says of it. */
export type NamedEnvelope = Omit<ReportIdentity, "standing">;

/**
 * `named` is null where nobody could open it: the desk has no custodian, or all of them were taken out.
 * @param identity null for an envelope with nothing in it
 */
export async function sealEnvelope(
  identity: Identity | null,
  { origin, caseId, desk: deskId, recipients, excluded, roster, today }: EnvelopeFor,
): Promise<{ readonly envelope: IdentityEnvelope; readonly named: NamedEnvelope | null }> {
  const desk = roster.roster.desks.find(({ id }) => id === deskId);
  const members = desk === undefined ? [] : custodiansOf(roster.roster, desk, today);
  const custodians = members
    .filter(({ id }) => !excluded.includes(id))
    .map(({ id }): Custodian => {
      const key = roster.sealKeys.get(id);
      if (key === undefined) throw new VaultFailure("packet-invalid");
      return { id, key };
    });
  const threshold = desk === undefined ? 0 : thresholdOf(desk, custodians.length);
  const { envelope, hash } = await sealIdentity(
    JSON.stringify(Identity.parse(identity ?? NO_IDENTITY)),
    custodians,
    threshold,
    recipients,
    { origin, caseId: fromBase64Url(caseId) },
  );
  const named = {
    envelope: toBase64Url(hash),
    threshold,
    custodians: custodians.map(({ id }) => id),
  };
  return { envelope, named: custodians.length === 0 ? null : named };
}
