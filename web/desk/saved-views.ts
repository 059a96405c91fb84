/**
 * The views a member keeps: a filter and a search under a name, read and written as one sealed text.
 * Invariant: a change is made to what is stored now, so that two browsers lose nothing of each other's; and a view that
 * this version does not understand is kept as it came.
 */
import * as z from "zod/mini";
import { ApiFailure } from "../api/failure.ts";
import { call } from "./call.ts";
import { CardFilter } from "./card-filter.ts";
import type { DeskSession } from "./session.ts";

/** In UTF-16 code units. */
export const VIEW_NAME_MAX = 60;

/** How often a change is made again after another browser saved first. */
const SAVE_ATTEMPTS = 4;

const SavedView = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(VIEW_NAME_MAX)),
  filter: CardFilter,
});
export type SavedView = z.infer<typeof SavedView>;

const Stored = z.object({ views: z.array(z.unknown()) });

interface Kept {
  readonly views: readonly SavedView[];
  /** Of a newer version: carried along, not shown. */
  readonly others: readonly unknown[];
}

const NONE: Kept = { views: [], others: [] };

export type ViewChange =
  /** In the place of one of that name. */
  | { readonly kind: "keep"; readonly view: SavedView }
  | { readonly kind: "drop"; readonly name: string };

function parsed(text: string | null): Kept {
  if (text === null) return NONE;
  const json: unknown = JSON.parse(text);
  const stored = Stored.parse(json).views.map((raw) => ({ raw, known: SavedView.safeParse(raw) }));
  return {
    views: stored.flatMap(({ known }) => (known.success ? [known.data] : [])),
    others: stored.flatMap(({ raw, known }) => (known.success ? [] : [raw])),
  };
}

export function withChange(kept: Kept, asked: ViewChange): Kept {
  const name = asked.kind === "keep" ? asked.view.name : asked.name;
  const views = kept.views.filter((view) => view.name !== name);
  return { ...kept, views: asked.kind === "keep" ? [...views, asked.view] : views };
}

async function read({ vault, token }: DeskSession): Promise<Kept> {
  const { views } = await call("ownViews", {}, { token });
  return parsed(await vault.openViews(views));
}

/** @throws ApiFailure; VaultFailure `views-invalid` when what the server has is not this member's newest. */
export async function readViews(session: DeskSession): Promise<readonly SavedView[]> {
  return (await session.inTurn(() => read(session))).views;
}

async function change(session: DeskSession, made: ViewChange): Promise<readonly SavedView[]> {
  const { vault, token } = session;
  for (let attempt = 1; ; attempt += 1) {
    const { views, others } = withChange(await read(session), made);
    const save = await vault.sealViews(JSON.stringify({ views: [...views, ...others] }));
    try {
      await call("saveViews", save, { token });
      return (await read(session)).views;
    } catch (thrown) {
      const overtaken = thrown instanceof ApiFailure && thrown.code === "conflict";
      if (!overtaken || attempt === SAVE_ATTEMPTS) throw thrown;
    }
  }
}

/** @throws ApiFailure, VaultFailure; `text-too-long` when there is no more room. */
export async function changeViews(
  session: DeskSession,
  made: ViewChange,
): Promise<readonly SavedView[]> {
  return await session.inTurn(() => change(session, made));
}
