/**
 * `index.overRaw`: from unlocked to a searchable index of ten thousand cases, their cards opened a page at a time by
 * the desk's vault, over the libsodium calls that the same cards take. `search.overScan`: queries over that index,
 * over a plain scan of the same folded text.
 */
import { INBOX_PAGE_CASES } from "../../worker/contract/limits.ts";
import { verifyKeyOf } from "../../web/crypto/keys.ts";
import { cardText, keepSearch, type CaseSearch } from "../../web/desk/case-search.ts";
import { folded, wordsIn } from "../../web/desk/folding.ts";
import { chooseLanguage, loadDesk } from "../../web/i18n/index.ts";
import type { DeskVault } from "../../web/vault/desk-vault.ts";
import type { CardView } from "../../web/vault/interface.ts";
import { cardRows, wordOf } from "./card-rows.ts";
import { atMost, type Measure, type Measurement } from "./measure.ts";
import { openDeskVault, today, type Organisation } from "./organisation.ts";
import { layOut, rawOpenCard, type InboxRow } from "./raw-card.ts";
import { compare } from "./timing.ts";

const CASES = 10_000;
const INDEX_OVER_RAW_MAX = 1.5;
const SEARCH_OVER_SCAN_MAX = 0.5;
const INDEX_ROUNDS = { warmUps: 1, rounds: 7 } as const;
const SEARCH_ROUNDS = { warmUps: 5, rounds: 40 } as const;

/** What somebody may type: a common word, two, the beginning of one, a label, a rare word, and what is not there. */
const QUERIES = [
  "child",
  "border court",
  "har",
  "label 17",
  wordOf(4_001),
  wordOf(90_210),
  "acting high",
  "first school",
  "nowhere",
  "no such thing",
] as const;

type Tongue = Parameters<CaseSearch["take"]>[1];

async function tongueOf(vault: DeskVault, { founded, origin }: Organisation): Promise<Tongue> {
  const { roster } = await vault.verifyRoster(founded.published, today(), origin);
  return { roster, text: await loadDesk(chooseLanguage(["en"])) };
}

/** As the page does: a page is opened, and what came is made searchable; the words are sorted by the first query. */
async function indexed(
  vault: DeskVault,
  rows: readonly InboxRow[],
  tongue: Tongue,
): Promise<{ readonly search: CaseSearch; readonly views: readonly CardView[] }> {
  const search = keepSearch();
  const views: CardView[] = [];
  for (let from = 0; from < rows.length; from += INBOX_PAGE_CASES) {
    const page = await vault.openCards(rows.slice(from, from + INBOX_PAGE_CASES));
    search.take(search.missing(page, tongue), tongue);
    views.push(...page);
  }
  search.find(QUERIES[0]);
  return { search, views };
}

function scan(texts: readonly string[], query: string): number {
  const words = wordsIn(query);
  let found = 0;
  for (const text of texts) if (words.every((word) => text.includes(word))) found += 1;
  return found;
}

export function searchMeasure(organisation: Organisation): Measure {
  return {
    name: "search",
    run: async (): Promise<readonly Measurement[]> => {
      const { vault, member } = await openDeskVault(organisation);
      const rows = cardRows(organisation, member, CASES);
      const tongue = await tongueOf(vault, organisation);
      const { search, views } = await indexed(vault, rows, tongue);
      if (views.some(({ card }) => card === null)) throw new Error("bench: a card did not open");
      const texts = views.map((view) => folded(cardText(view, tongue)));
      const counts = QUERIES.map((query) => ({
        query,
        found: search.find(query)?.size ?? 0,
        scanned: scan(texts, query),
      }));
      // A scan also finds what stands within a word; it never finds less.
      if (counts.some(({ found, scanned }) => found > scanned)) {
        throw new Error("bench: the index finds what is not there");
      }
      const searching = await compare(
        () => {
          for (const query of QUERIES) search.find(query);
        },
        () => {
          for (const query of QUERIES) scan(texts, query);
        },
        SEARCH_ROUNDS,
      );
      const raw = rows.map((row) => layOut(row, member.seal, verifyKeyOf(member.signing)));
      const indexing = await compare(
        async () => {
          await indexed(vault, rows, tongue);
        },
        () => {
          for (const card of raw) rawOpenCard(card);
        },
        INDEX_ROUNDS,
      );
      return [
        {
          name: "index.overRaw",
          value: indexing.ratio,
          unit: "times",
          bound: atMost(INDEX_OVER_RAW_MAX),
          spread: indexing.spread,
          detail: {
            unit: `${CASES} cards, ${INBOX_PAGE_CASES} at a time, by DeskVault.openCards and CaseSearch.take`,
            milliseconds: indexing.leftMilliseconds,
            rawMilliseconds: indexing.rightMilliseconds,
          },
        },
        {
          name: "search.overScan",
          value: searching.ratio,
          unit: "times",
          bound: atMost(SEARCH_OVER_SCAN_MAX),
          spread: searching.spread,
          detail: {
            unit: `${QUERIES.length} queries over ${CASES} cases`,
            characters: texts.reduce((sum, text) => sum + text.length, 0),
            queries: counts,
            milliseconds: searching.leftMilliseconds,
            scanMilliseconds: searching.rightMilliseconds,
          },
        },
      ];
    },
  };
}
