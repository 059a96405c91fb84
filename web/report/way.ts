/** What the page hands to each of its ways: writing, and coming back. */
import type { Surroundings } from "./verified-vault.ts";

export interface WayProps {
  /** Shown now. A way that is not keeps its state, and draws nothing. */
  readonly active: boolean;
  readonly surroundings: Surroundings;
  /** To the first screen; nothing is lost. */
  readonly onBack: () => void;
  /** Wipes everything and goes to a neutral page. */
  readonly onLeave: () => void;
  /** What must be ended when somebody leaves at once. */
  readonly keepEnd: (end: () => void) => void;
}
