/** From one place to another. One place alone needs no way to it. */
import { Button } from "../ui/button.tsx";
import type { PlaceName } from "./places.ts";
import { useDesk } from "./text.ts";

export interface PlaceListProps {
  readonly places: readonly PlaceName[];
  readonly here: PlaceName | null;
  readonly onGo: (name: PlaceName) => void;
}

export function PlaceList({ places, here, onGo }: PlaceListProps) {
  const { t } = useDesk();
  if (places.length < 2) return null;
  return (
    <nav class="place-list" aria-label={t("place.title")}>
      <ul>
        {places.map((name) => (
          <li key={name} aria-current={name === here ? "page" : undefined}>
            <Button kind="quiet" onPress={() => onGo(name)}>
              {t(`place.${name}`)}
            </Button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
