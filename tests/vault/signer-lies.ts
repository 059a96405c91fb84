/** Lies about who may sign: undelegated, revoked and unlisted signers, and false delegations. */
import { toBase64Url } from "../../worker/contract/bytes.ts";
import { verifyKeyOf } from "../../web/crypto/keys.ts";
import {
  alteredDelegation,
  badlySigned,
  signAnything,
  signedDelegation,
  signedRoster,
  TODAY,
} from "../support/organisation.ts";
import { attackerKey, changeMember, FOREIGN, signed, type Lie } from "./lie.ts";

export const SIGNER_LIES: readonly Lie[] = [
  {
    what: "signed by a member who was not delegated",
    code: "roster-signature",
    tell: (organisation) => ({
      ...signedRoster(organisation, (roster) => roster, organisation.people.first.signing),
      signer: organisation.people.first.id,
    }),
    truth: (organisation) => {
      const { first, coordinator } = organisation.people;
      const delegated = signedDelegation(organisation, (delegation) => ({
        ...delegation,
        signers: [first, coordinator].map((person) => ({
          memberId: person.id,
          key: toBase64Url(verifyKeyOf(person.signing)),
        })),
      }));
      const { roster } = signedRoster(organisation, (statement) => statement, first.signing);
      return { ...delegated, signer: first.id, roster };
    },
  },
  {
    what: "signed by one member in the name of a delegated one",
    code: "roster-signature",
    tell: (organisation) =>
      signedRoster(organisation, (roster) => roster, organisation.people.first.signing),
    truth: (organisation) => signedRoster(organisation, (roster) => roster),
  },
  signed("signed by a member it lists as revoked", "roster-signature", (roster, { people }) =>
    changeMember(roster, people.coordinator.id, { revokedDay: TODAY }),
  ),
  signed("signed by somebody it does not list", "roster-signature", (roster, { people }) => ({
    ...roster,
    members: roster.members.filter(({ id }) => id !== people.coordinator.id),
  })),
  signed("signed under a key its member no longer has", "roster-signature", (roster, { people }) =>
    changeMember(roster, people.coordinator.id, { key: attackerKey() }),
  ),
  {
    what: "a delegation to the attacker, without the root's signature",
    code: "roster-signature",
    tell: (organisation) =>
      alteredDelegation(organisation, (delegation) => ({
        ...delegation,
        signers: [{ memberId: organisation.people.coordinator.id, key: attackerKey() }],
      })),
  },
  {
    what: "a delegation the coordinator signed",
    code: "roster-signature",
    tell: (organisation) =>
      signedDelegation(
        organisation,
        (delegation) => delegation,
        organisation.people.coordinator.signing,
      ),
    truth: (organisation) => signedDelegation(organisation, (delegation) => delegation),
  },
  {
    what: "a delegation of a foreign origin",
    code: "roster-origin",
    tell: (organisation) =>
      signedDelegation(organisation, (delegation) => ({ ...delegation, origin: FOREIGN })),
  },
  {
    what: "a delegation that has run out",
    code: "roster-expired",
    tell: (organisation) =>
      signedDelegation(organisation, (delegation) => ({ ...delegation, expiresDay: TODAY - 1 })),
    truth: (organisation) =>
      signedDelegation(organisation, (delegation) => ({ ...delegation, expiresDay: TODAY })),
  },
  {
    what: "a delegation without a signer",
    code: "roster-malformed",
    tell: (organisation) =>
      signedDelegation(organisation, (delegation) => ({ ...delegation, signers: [] })),
  },
  {
    what: "one bit of the delegation's signature turned",
    code: "roster-signature",
    tell: ({ published }) => ({ ...published, delegation: badlySigned(published.delegation) }),
  },
  {
    what: "a delegation in the roster's place, signed by the roster's signer",
    code: "roster-signature",
    tell: ({ published, delegation, people }) => ({
      ...published,
      roster: signAnything("delegation", delegation, people.coordinator.signing),
    }),
  },
];
