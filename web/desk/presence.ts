/**
 * Whether a part is still on the page. Work that ends after its part is gone must not draw it again: the
 * renderer would put a ghost of it back.
 */
import { useEffect, useState } from "../ui/dom.ts";

export interface Presence {
  here: boolean;
}

export function usePresence(): Presence {
  const [presence] = useState<Presence>(() => ({ here: true }));
  useEffect(
    () => () => {
      presence.here = false;
    },
    [],
  );
  return presence;
}
