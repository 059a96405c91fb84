/** The pieces that lie sealed to one member, of however many cases, on their way into the database and out of it. */
import type { OwnPiece } from "../contract/release.ts";
import { findReceivedDays } from "../db/shelved-cases.ts";
import type { Covered } from "../db/shelves.ts";
import type { Context } from "./context.ts";

type Keys = Pick<Context, "db" | "shredKeys">;
type CasePiece = Exclude<OwnPiece, { kind: "recovery-share" | "feedback" }>;

/** A share of a colleague's recovery and the key of feedback are of no case. */
function isOfCase(piece: OwnPiece): piece is CasePiece {
  return piece.kind !== "recovery-share" && piece.kind !== "feedback";
}

async function changed(
  { db }: Keys,
  pieces: readonly OwnPiece[],
  change: (covered: readonly Covered[]) => Promise<readonly (string | null)[]>,
): Promise<OwnPiece[]> {
  const ofCases = pieces.filter(isOfCase);
  const days = await findReceivedDays(db, [...new Set(ofCases.map((piece) => piece.case))]);
  // Of a case that is not there any more nothing is handed out or kept.
  const known = ofCases.flatMap((piece) => {
    const receivedDay = days.get(piece.case);
    return receivedDay === undefined ? [] : [{ piece, receivedDay }];
  });
  const texts = await change(
    known.map(({ piece, receivedDay }) => ({
      caseId: piece.case,
      receivedDay,
      text: piece.sealed,
    })),
  );
  return [
    ...known.flatMap(({ piece }, at) => {
      const sealed = texts[at] ?? null;
      return sealed === null ? [] : [{ ...piece, sealed }];
    }),
    ...pieces.filter((piece) => !isOfCase(piece)),
  ];
}

export async function coverPieces(keys: Keys, pieces: readonly OwnPiece[]): Promise<OwnPiece[]> {
  return changed(keys, pieces, (covered) => keys.shredKeys.coverEach(covered));
}

export async function uncoverPieces(keys: Keys, pieces: readonly OwnPiece[]): Promise<OwnPiece[]> {
  return changed(keys, pieces, (covered) => keys.shredKeys.uncoverEach(covered));
}
