/**
 * The organisation as its newest roster has it, parsed once a version: which desks there are, who is what.
 * The Worker does not check the roster's signatures here: clients do, before they seal anything. What it refuses by
 * it, it refuses early; what it lets through still opens nothing.
 */
import { originPreimage } from "../contract/preimages.ts";
import type { Member, Role, Roster } from "../contract/roster.ts";
import type { Database } from "../db/open.ts";
import { newestVersion, readNewestRoster } from "../db/rosters.ts";
import type { Member as Actor } from "../domain/actor.ts";
import { digest } from "../domain/digest.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Context } from "./context.ts";

export interface Standing {
  readonly version: number;
  readonly roster: Roster;
  /** By member id. */
  readonly members: ReadonlyMap<string, Member>;
  /** The reviewers of each desk, revoked ones too, by its id. */
  readonly reviewers: ReadonlyMap<string, readonly Member[]>;
}

/** The newest roster this isolate has parsed. A published version never changes, so its number is enough. */
let parsed: Standing | null = null;

/** Null before there is a roster. @throws when what is stored is none. */
export async function newestStanding({ db }: Pick<Context, "db">): Promise<Standing | null> {
  return await standingOf(db, await newestVersion(db));
}

/** @param version the newest, as it was just asked for */
export async function standingOf(db: Database, version: number | null): Promise<Standing | null> {
  if (version === null) return null;
  if (parsed?.version === version) return parsed;
  const newest = await readNewestRoster(db);
  if (newest === null) return null;
  const { roster } = newest;
  const reviewers = roster.members.filter((member) => member.roles.includes("reviewer"));
  parsed = {
    version: newest.version,
    roster,
    members: new Map(roster.members.map((member) => [member.id, member])),
    reviewers: new Map(
      roster.desks.map((desk) => [
        desk.id,
        reviewers.filter(({ id }) => desk.members.includes(id)),
      ]),
    ),
  };
  return parsed;
}

export function isActive(member: Member, today: number): boolean {
  return member.revokedDay === undefined || member.revokedDay > today;
}

/** The ids of everybody who reads reports today, at whichever desk. */
export function activeReviewers(roster: Roster, today: number): readonly string[] {
  return roster.members
    .filter((member) => member.roles.includes("reviewer") && isActive(member, today))
    .map(({ id }) => id);
}

/** What that member is today: nothing, when the roster does not list them or has revoked them. */
export function rolesOf(
  standing: Standing | null,
  memberId: string,
  today: number,
): readonly Role[] {
  const member = standing?.members.get(memberId);
  return member === undefined || !isActive(member, today) ? [] : member.roles;
}

/**
 * Whose figures that member sees. An auditor sees every desk's. A coordinator who has a seat at desks sees theirs; one
 * who has none coordinates every desk but those that stand outside the others.
 */
export function desksSeenBy(
  standing: Standing | null,
  { memberId, roles }: Pick<Actor, "memberId" | "roles">,
): (deskId: string) => boolean {
  if (roles.includes("auditor")) return () => true;
  const desks = standing?.roster.desks ?? [];
  const seats = desks.filter(
    ({ members, custodians }) => members.includes(memberId) || custodians.includes(memberId),
  );
  const seen = seats.length > 0 ? seats : desks.filter(({ oversight }) => oversight !== true);
  const ids = new Set(seen.map(({ id }) => id));
  return (deskId) => ids.has(deskId);
}

/** That member's Ed25519 key by the newest roster, as base64url. @throws Refusal `forbidden` for nobody it lists */
export function keyOf(standing: Standing | null, memberId: string): string {
  const member = standing?.members.get(memberId);
  if (member === undefined) throw new Refusal("forbidden");
  return member.key;
}

/** Does a statement name this organisation? */
export async function isOurOrigin(
  origin: string,
  { config }: Pick<Context, "config">,
): Promise<boolean> {
  return (await digest(originPreimage(origin))) === config.originHashText;
}

/** The ids of a desk's active custodians. */
export function custodiansAt(
  standing: Standing | null,
  deskId: string,
  today: number,
): ReadonlySet<string> {
  const desk = standing?.roster.desks.find(({ id }) => id === deskId);
  const ids = desk?.custodians ?? [];
  return new Set(ids.filter((id) => rolesOf(standing, id, today).includes("custodian")));
}
