/**
 * May this roster follow that one? Judged by what the server can see, so that nobody closes intake by mistake or
 * writes a former colleague out of the record; clients judge again, by more.
 * Invariant: who was listed stays listed, under the same key, and once revoked for ever.
 */
import type { Delegation, Member, Roster } from "../contract/roster.ts";
import { Refusal } from "./refusal.ts";

/** How far a client's day may be from the server's. */
const DAYS_APART = 1;

export interface Succession {
  readonly before: Roster;
  readonly delegation: Delegation;
  /** Member id of who signed. */
  readonly signer: string;
  /** Whose joining is confirmed by it; nobody else may be new. */
  readonly joined: { readonly id: string; readonly key: string } | null;
  /** Members the server has a key packet of. */
  readonly sealable: ReadonlySet<string>;
  readonly today: number;
}

function isActive(member: Member, today: number): boolean {
  return member.revokedDay === undefined || member.revokedDay > today;
}

function hasDuplicates(values: readonly string[]): boolean {
  return new Set(values).size !== values.length;
}

function checkMembers(next: Roster, { before, joined, signer, today }: Succession): void {
  const refuse = (): never => {
    throw new Refusal("wrong-roster", "roster.members");
  };
  const listed = new Map(next.members.map((member) => [member.id, member]));
  if (hasDuplicates(next.members.map(({ id }) => id))) refuse();
  if (hasDuplicates(next.members.map(({ key }) => key))) refuse();
  for (const old of before.members) {
    const member = listed.get(old.id);
    if (member?.key !== old.key) refuse();
    const revoked = member?.revokedDay;
    if (old.revokedDay !== undefined && revoked !== old.revokedDay) refuse();
    // Dated back, it would take away the signature under what they wrote since.
    if (revoked !== undefined && revoked !== old.revokedDay && revoked < today - DAYS_APART) {
      refuse();
    }
  }
  const known = new Set(before.members.map(({ id }) => id));
  const added = next.members.filter(({ id }) => !known.has(id));
  const expected = joined === null ? [] : [joined];
  if (added.length !== expected.length) refuse();
  for (const [at, { id, key }] of added.entries()) {
    if (expected[at]?.id !== id || expected[at]?.key !== key) refuse();
  }
  const self = listed.get(signer);
  if (self === undefined || !self.roles.includes("coordinator") || !isActive(self, today)) refuse();
}

function checkDesks(next: Roster, { sealable, joined, today }: Succession): void {
  const refuse = (): never => {
    throw new Refusal("wrong-roster", "roster.desks");
  };
  const known = new Set(next.members.map(({ id }) => id));
  if (hasDuplicates(next.desks.map(({ id }) => id))) refuse();
  for (const { members, custodians } of next.desks) {
    if (hasDuplicates(members) || hasDuplicates(custodians)) refuse();
    if (![...members, ...custodians].every((id) => known.has(id))) refuse();
    const readers = next.members.filter(
      (member) =>
        members.includes(member.id) && member.roles.includes("reviewer") && isActive(member, today),
    );
    if (readers.length === 0) refuse();
    if (!readers.every(({ id }) => sealable.has(id) || joined?.id === id)) refuse();
  }
}

/** @throws Refusal `conflict` when it is not the next one, `wrong-day`, `wrong-roster` */
export function checkSuccession(next: Roster, succession: Succession): void {
  const { before, delegation, today } = succession;
  if (next.version !== before.version + 1) throw new Refusal("conflict", "roster");
  if (Math.abs(next.issuedDay - today) > DAYS_APART) {
    throw new Refusal("wrong-day", "roster.issuedDay");
  }
  if (next.expiresDay < today || next.expiresDay > delegation.expiresDay) {
    throw new Refusal("wrong-day", "roster.expiresDay");
  }
  if (next.origin !== before.origin) throw new Refusal("wrong-roster", "roster.origin");
  checkMembers(next, succession);
  checkDesks(next, succession);
}
