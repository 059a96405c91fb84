/** To the main content, without leaving a trace in the address. The page's `main` has the id `main`. */
import { useCommon } from "./text.ts";

export function SkipLink() {
  const { t } = useCommon();
  return (
    <a
      class="skip-link"
      href="#main"
      onClick={(event: Event) => {
        event.preventDefault();
        document.getElementById("main")?.focus();
      }}
    >
      {t("page.skip")}
    </a>
  );
}
