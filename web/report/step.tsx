/** What every question shares: its screen, its form, and the button that goes on. */
import { Actions, Button } from "../ui/button.tsx";
import type { Child } from "../ui/dom.ts";
import { Form } from "../ui/form.tsx";
import { Screen } from "../ui/screen.tsx";
import { useCommon } from "../ui/text.ts";
import type { Draft } from "./draft.ts";

export interface StepProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
  readonly onBack: () => void;
  readonly onContinue: () => void;
}

export interface QuestionProps {
  readonly name: string;
  readonly title: string;
  readonly onBack: () => void;
  readonly onSubmit: () => void;
  readonly children: Child;
}

export function Question({ name, title, onBack, onSubmit, children }: QuestionProps) {
  const { t } = useCommon();
  return (
    <Screen name={name} title={title} onBack={onBack}>
      <Form onSubmit={onSubmit}>
        {children}
        <Actions>
          <Button type="submit">{t("page.continue")}</Button>
        </Actions>
      </Form>
    </Screen>
  );
}
