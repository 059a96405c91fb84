/** A page without a mouse: Tab until it is reached, and the key that does what a press would. */
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import type { Person } from "../support/people.ts";

/** More than any screen has to step through. */
const STEPS_MAX = 60;

export async function isFocused(target: Locator): Promise<boolean> {
  return await target.evaluate((element) => element === document.activeElement);
}

/** Tab until it is reached. */
export async function tabTo({ page }: Person, target: Locator): Promise<void> {
  for (let step = 0; step < STEPS_MAX; step += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`keyboard: Tab does not lead to ${target.toString()}`);
}

export async function pressByKey(person: Person, name: string): Promise<void> {
  await tabTo(person, person.button(name));
  await person.page.keyboard.press("Enter");
}

/** Into the group, and down to the answer. */
export async function chooseByKey(person: Person, label: string): Promise<void> {
  const { page } = person;
  const wanted = page.getByRole("radio", { name: label, exact: true });
  await tabTo(person, page.getByRole("radio").first());
  await page.keyboard.press("Space");
  for (let step = 0; step < STEPS_MAX && !(await wanted.isChecked()); step += 1) {
    await page.keyboard.press("ArrowDown");
  }
  expect(await wanted.isChecked()).toBe(true);
}

/** A new screen: its heading has the focus, so that the next Tab goes on from there. */
export async function landsOn(person: Person, title: string): Promise<void> {
  await person.reaches(title);
  const heading = person.page.getByRole("heading", { level: 1, name: title, exact: true });
  await expect.poll(() => isFocused(heading)).toBe(true);
}
