/**
 * A new passphrase: one is made and shown; somebody who wants another of their own may choose it, and is told when it
 * is weak and why. It is typed once more, so that it is really kept.
 */
import type { Weakness } from "../vault/interface.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useEffect, useState } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { usePresence } from "./presence.ts";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";
import { knownOf } from "./ways-in.ts";

export interface NewPassphraseProps {
  readonly session: DeskSession;
  readonly submit: string;
  readonly busy: boolean;
  readonly onChosen: (passphrase: string) => void;
}

type Kind = "made" | "own";

/** Case and spacing do not matter, here as at sign-in. */
function same(left: string, right: string): boolean {
  const plain = (text: string): string =>
    text.normalize("NFKC").trim().toLowerCase().replace(/\s+/gu, " ");
  return plain(left) === plain(right);
}

function useWeakness(): (weakness: Weakness) => string {
  const { t } = useDesk();
  return (weakness) => {
    switch (weakness.kind) {
      case "empty":
        return t("passphrase.empty");
      case "too-long":
        return t("passphrase.too-long", { count: weakness.charactersMax });
      case "guessable":
        return t("passphrase.guessable", { worth: weakness.worth, wanted: weakness.wanted });
    }
  };
}

export function NewPassphrase({ session, submit, busy, onChosen }: NewPassphraseProps) {
  const { t } = useDesk();
  const weaknessSentence = useWeakness();
  const presence = usePresence();
  const [kind, setKind] = useState<Kind>("made");
  const [made, setMade] = useState("");
  const [own, setOwn] = useState("");
  const [again, setAgain] = useState("");
  const [ownMistake, setOwnMistake] = useState<string | null>(null);
  const [againMistake, setAgainMistake] = useState<string | null>(null);

  async function makeAnother(): Promise<void> {
    const proposed = await session.vault.proposePassphrase(knownOf(session));
    if (presence.here) setMade(proposed);
  }
  useEffect(() => void makeAnother(), []);

  function choose(next: Kind): void {
    setKind(next);
    setOwnMistake(null);
    setAgainMistake(null);
    setAgain("");
  }

  async function attempt(): Promise<void> {
    if (busy) return;
    const chosen = kind === "made" ? made : own;
    const weakness = kind === "made" ? null : await session.vault.weaknessOf(own, knownOf(session));
    setOwnMistake(weakness === null ? null : weaknessSentence(weakness));
    if (weakness !== null) return focusField("passphrase-own");
    const repeats = same(chosen, again);
    setAgainMistake(repeats ? null : t("passphrase.again-differs"));
    if (!repeats) return focusField("passphrase-again");
    onChosen(chosen);
  }

  return (
    <Form onSubmit={() => void attempt()}>
      {kind === "made" ? (
        <div>
          <h2>{t("passphrase.made")}</h2>
          <p class="passphrase-shown" dir="ltr" lang="en" translate="no">
            <bdi data-testid="passphrase">{made}</bdi>
          </p>
          <p>{t("passphrase.keep")}</p>
          <Actions>
            <Button kind="secondary" onPress={() => void makeAnother()}>
              {t("passphrase.another")}
            </Button>
            <Button kind="secondary" onPress={() => choose("own")}>
              {t("passphrase.choose-own")}
            </Button>
          </Actions>
        </div>
      ) : (
        <div>
          <TextField
            id="passphrase-own"
            label={t("passphrase.own")}
            hint={t("passphrase.own-hint")}
            error={ownMistake}
            value={own}
            onInput={setOwn}
            content="code"
            autocomplete="new-password"
          />
          <Actions>
            <Button kind="secondary" onPress={() => choose("made")}>
              {t("passphrase.take-made")}
            </Button>
          </Actions>
        </div>
      )}
      <TextField
        id="passphrase-again"
        label={t("passphrase.again")}
        hint={t("passphrase.again-hint")}
        error={againMistake}
        value={again}
        onInput={setAgain}
        content="code"
        autocomplete="new-password"
      />
      <Actions>
        <Button type="submit" busy={busy}>
          {submit}
        </Button>
      </Actions>
      <StatusLine text={busy ? t("passphrase.saving") : ""} />
    </Form>
  );
}
