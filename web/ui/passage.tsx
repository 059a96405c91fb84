/** Words somebody wrote: kept line by line, in their own direction, with their language where it differs. */
import { useCommon } from "./text.ts";

export function Passage({ text, language }: { readonly text: string; readonly language: string }) {
  const common = useCommon();
  const foreign = language.split("-")[0] !== common.code;
  return (
    <div class="passage">
      {foreign ? (
        <p class="passage-language">
          {common.t("page.other-language", { language: common.language(language) })}
        </p>
      ) : null}
      <p class="passage-text" lang={language} dir="auto">
        {text}
      </p>
    </div>
  );
}

/** A name, a code or a number that keeps its own direction inside the sentence around it. */
export function Isolated({ children }: { readonly children: string }) {
  return <bdi>{children}</bdi>;
}
