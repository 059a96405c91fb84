/** Every language by its own name; changing it keeps whatever is on the page. */
import { LANGUAGES, type Language } from "../i18n/index.ts";
import { Select } from "./choice.tsx";
import { useCommon } from "./text.ts";

export function LanguagePicker({ onChoose }: { readonly onChoose: (language: Language) => void }) {
  const { t, code } = useCommon();
  return (
    <div class="language-picker">
      <Select
        id="page-language"
        label={t("page.language")}
        value={code}
        options={LANGUAGES.map((language) => ({
          value: language.code,
          label: language.name,
          lang: language.code,
        }))}
        onChange={(chosen) => {
          const language = LANGUAGES.find((one) => one.code === chosen);
          if (language !== undefined) onChoose(language);
        }}
      />
    </div>
  );
}
