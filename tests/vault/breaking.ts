/** A journal that holds up to some entry: shown to there, refused from there on. */
import { expect } from "vitest";
import type { BrokenAt, CaseView } from "../../web/vault/interface.ts";

export async function breaksAt(asked: Promise<CaseView>, at: BrokenAt): Promise<CaseView> {
  const view = await asked;
  expect(view.broken).toEqual(at);
  const shown = view.items.filter(({ lane }) => lane === at.lane).map(({ seq }) => seq);
  expect(shown).toEqual(Array.from({ length: at.seq - 1 }, (_, index) => index + 1));
  return view;
}
