/**
 * A coordinator at work under one verified roster: what was read of the invitations is remembered until the next, so
 * that what is confirmed is what was checked and shown.
 */
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import type {
  DelegationView,
  InvitationPlan,
  InvitationView,
  NewInvitation,
  NextRoster,
  OrganisationView,
  RosterChange,
} from "./coordination.ts";
import {
  makeInvitation,
  organisationView,
  readDelegation,
  signNextRoster,
  type Coordinator,
} from "./coordinator.ts";
import { readInvitation, type Joined } from "./joined.ts";
import { wordListFor } from "./word-lists.ts";

export class Coordination {
  readonly #coordinator: Coordinator;
  /** By the hash of the locator: those whose joining held. */
  readonly #joined = new Map<string, Joined>();

  constructor(coordinator: Coordinator) {
    this.#coordinator = coordinator;
  }

  /** The device's day when the roster was verified. */
  get today(): number {
    return this.#coordinator.today;
  }

  organisation(): OrganisationView {
    return organisationView(this.#coordinator);
  }

  invite(plan: InvitationPlan): NewInvitation {
    return makeInvitation(plan, this.#coordinator);
  }

  async read(listed: OutputOf<"invitations">["invitations"]): Promise<readonly InvitationView[]> {
    const list = await wordListFor("en");
    this.#joined.clear();
    return listed.map((one) => {
      const { view, joined } = readInvitation(one, this.#coordinator, list);
      if (joined !== null) this.#joined.set(joined.invitation.locatorHash, joined);
      return view;
    });
  }

  sign(change: RosterChange): NextRoster {
    const joined = change.kind === "confirm" ? this.#joined.get(change.locatorHash) : undefined;
    return signNextRoster(change, joined ?? null, this.#coordinator);
  }

  delegation(text: string): DelegationView {
    return readDelegation(text, this.#coordinator);
  }
}
