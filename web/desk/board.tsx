/**
 * The board: where cases stand, how old they are and what they wait on. Invariant: what the server knows of every case
 * and what only readers can open stand apart, and each says which it is.
 */
import { failureSentence } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import type { Child } from "../ui/dom.ts";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import { CardFigures } from "./board-cards.tsx";
import { ServerCounts } from "./board-counts.tsx";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";
import { useBoard, type CardsState } from "./use-board.ts";
import type { FailureCode } from "../failure.ts";

function Part({
  name,
  lead,
  children,
}: {
  readonly name: "server" | "cards";
  readonly lead: string;
  readonly children: Child;
}) {
  const { t } = useDesk();
  return (
    <section class="board-part" data-part={name} aria-labelledby={`board-${name}`}>
      <h2 id={`board-${name}`}>{t(`board.${name}`)}</h2>
      <p class="field-hint">{lead}</p>
      {children}
    </section>
  );
}

function Failed({ code }: { readonly code: FailureCode }) {
  const common = useCommon();
  const { t } = useDesk();
  return (
    <Notice kind="problem">
      <p>{t("board.failed", { reason: failureSentence(common, code) })}</p>
    </Notice>
  );
}

function cardsStatus({ kind, inbox }: CardsState, { t }: ReturnType<typeof useDesk>): string {
  const count = inbox.cards.length;
  switch (kind) {
    case "all":
      return t("board.from-all", { count });
    case "fetching":
      return t("board.from-some", { count });
    case "stopped":
    case "failed":
      return t("board.from-newest", { count });
    case "none":
      return "";
  }
}

export function Board({ session }: { readonly session: DeskSession }) {
  const text = useDesk();
  const { t } = text;
  const { counts, cards, refresh, stop } = useBoard(session);
  const { roster } = session;
  const { inbox } = cards;
  return (
    <Screen name="board" title={t("board.title")}>
      <Actions>
        <Button kind="secondary" onPress={refresh}>
          {t("board.refresh")}
        </Button>
        {cards.kind === "fetching" && inbox.cards.length > 0 ? (
          <Button kind="secondary" onPress={stop}>
            {t("board.stop")}
          </Button>
        ) : null}
      </Actions>
      {counts.kind === "none" ? null : (
        <Part name="server" lead={t("board.server-lead")}>
          <StatusLine text={counts.kind === "asking" ? t("board.asking") : ""} />
          {counts.kind === "failed" ? <Failed code={counts.code} /> : null}
          {counts.kind === "told" ? <ServerCounts counts={counts.counts} roster={roster} /> : null}
        </Part>
      )}
      {cards.kind === "none" ? null : (
        <Part name="cards" lead={t("board.cards-lead")}>
          <StatusLine text={cardsStatus(cards, text)} />
          {cards.code === null ? null : <Failed code={cards.code} />}
          {inbox.day === null ? null : (
            <CardFigures cards={inbox.cards} today={inbox.day} roster={roster} />
          )}
        </Part>
      )}
    </Screen>
  );
}
