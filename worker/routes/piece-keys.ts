/** The pieces that lie sealed to one member, of however many cases, on their way into the database and out of it. */
import type { OutputOf } from "../contract/endpoints.ts";
import type { OwnPiece } from "../contract/release.ts";
import { findReceivedDays } from "../db/shelved-cases.ts";
import type { Covered, Uncovered } from "../db/shelves.ts";
import type { Context } from "./context.ts";

type Keys = Pick<Context, "db" | "shredKeys">;
type CasePiece = Exclude<OwnPiece, { kind: "recovery-share" | "feedback" }>;

/** A share of a colleague's recovery and the key of feedback are of no case. */
function isOfCase(piece: OwnPiece): piece is CasePiece {
  return piece.kind !== "recovery-share" && piece.kind !== "feedback";
}

interface PlacedPiece {
  readonly piece: CasePiece;
  readonly receivedDay: number;
}

/** Of a case that is not there any more nothing is handed out or kept. */
async function placed(db: Keys["db"], pieces: readonly OwnPiece[]): Promise<PlacedPiece[]> {
  const ofCases = pieces.filter(isOfCase);
  const days = await findReceivedDays(db, [...new Set(ofCases.map((piece) => piece.case))]);
  return ofCases.flatMap((piece) => {
    const receivedDay = days.get(piece.case);
    return receivedDay === undefined ? [] : [{ piece, receivedDay }];
  });
}

function coveredOf({ piece, receivedDay }: PlacedPiece): Covered {
  return { caseId: piece.case, receivedDay, text: piece.sealed };
}

export function countLost(uncovered: readonly Uncovered[]): number {
  return uncovered.filter(({ kind }) => kind === "lost").length;
}

/** Without those whose case's key is lost: they stay as they lie. */
export async function coverPieces(
  { db, shredKeys }: Keys,
  pieces: readonly OwnPiece[],
): Promise<OwnPiece[]> {
  const known = await placed(db, pieces);
  const texts = await shredKeys.coverEach(known.map(coveredOf));
  const covered = known.flatMap(({ piece }, at) => {
    const sealed = texts[at] ?? null;
    return sealed === null ? [] : [{ ...piece, sealed }];
  });
  return [...covered, ...pieces.filter((piece) => !isOfCase(piece))];
}

export async function uncoverPieces(
  { db, shredKeys }: Keys,
  pieces: readonly OwnPiece[],
): Promise<OutputOf<"myPieces">> {
  const known = await placed(db, pieces);
  const uncovered = await shredKeys.uncoverEach(known.map(coveredOf));
  const opened = known.flatMap(({ piece }, at) => {
    const own = uncovered[at];
    return own?.kind === "uncovered" ? [{ ...piece, sealed: own.text }] : [];
  });
  return {
    pieces: [...opened, ...pieces.filter((piece) => !isOfCase(piece))],
    withheld: countLost(uncovered),
  };
}
