/** What every way of sending has in common. Invariant: it is given a message's words and id, and nothing else of it. */
import type { NotificationKind, NotificationLanguage } from "../contract/notifications.ts";
import type { Reach } from "./reach.ts";

/** What a message is made of: there is no field for anything else. */
export interface Outgoing {
  /** The same at each attempt: by it a message that came twice is recognised. */
  readonly id: string;
  readonly kind: NotificationKind;
  readonly language: NotificationLanguage;
  /** Eight digits; null but for `code`. */
  readonly code: string | null;
}

/** `gone`: the receiver says that nothing more is to be sent there. */
export type Outcome = "delivered" | "failed" | "gone";

/** What sending may use: the time and the network are arguments. */
export interface SendContext {
  /** Seconds since 1970-01-01, UTC. */
  readonly nowSeconds: number;
  readonly reach: Reach;
}
