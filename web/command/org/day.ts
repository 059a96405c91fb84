/** Days since 1970-01-01, UTC, as people read and name them. */
import { Complaint } from "./command.ts";

const MILLISECONDS_A_DAY = 86_400_000;
/** Two years: a delegation that cannot be taken back should not last longer. */
const DAYS_MAX = 732;

export function today(): number {
  return Math.floor(Date.now() / MILLISECONDS_A_DAY);
}

/** `2026-11-25` */
export function dateOf(day: number): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** @throws Complaint when it is no number of days that something may hold for. */
export function daysOf(text: string | undefined, otherwise: number): number {
  const days = Number(text ?? otherwise);
  if (!Number.isInteger(days) || days < 1 || days > DAYS_MAX) {
    throw new Complaint(`--days is a whole number from 1 to ${DAYS_MAX}.`);
  }
  return days;
}
