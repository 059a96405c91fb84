/**
 * `openCase.overRaw`: a case of five hundred entries opened from its start by the desk's vault, in the pages the server
 * serves, over the libsodium calls its wraps and entries take. A quarter are the reporter's messages, which nobody
 * signs; the others are replies, notes and work written down by a reviewer.
 */
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import type { SealedEntry } from "../../worker/contract/journal.ts";
import { fromBase64Url } from "../../worker/contract/bytes.ts";
import { JOURNAL_PAGE_CHARACTERS } from "../../worker/contract/limits.ts";
import { originHash } from "../../web/crypto/hash.ts";
import { verifyKeyOf } from "../../web/crypto/keys.ts";
import { canonicalOrigin } from "../../web/crypto/roster.ts";
import { unwrapLaneKey } from "../../web/crypto/wrap.ts";
import type { DeskVault } from "../../web/vault/desk-vault.ts";
import type { DeskAct } from "../../web/vault/interface.ts";
import { laneAndSeq, ServedCase, type Cursor } from "../vault/served-case.ts";
import { wordOf } from "./card-rows.ts";
import { atMost, type Measure, type Measurement } from "./measure.ts";
import {
  draftOf,
  openDeskVault,
  openReporterVault,
  today,
  type Organisation,
} from "./organisation.ts";
import { layOutEntry, layOutWrap, rawOpenEntry, rawOpenWrap } from "./raw-entry.ts";
import { compare } from "./timing.ts";

const OVER_RAW_MAX = 1.5;
const ENTRIES = 500;
const TEXT_WORDS = 60;
const ROUNDS = { warmUps: 4, rounds: 30 } as const;

type Page = OutputOf<"readCase">;

function words(number: number): string {
  return Array.from({ length: TEXT_WORDS }, (_, at) => wordOf(number * 97 + at)).join(" ");
}

/** What the reviewer writes, in turns; every fourth entry is the reporter's. */
function actOf(number: number): DeskAct {
  const text = words(number);
  switch (number % 4) {
    case 1:
      return { kind: "reply", text, language: "en" };
    case 2:
      return { kind: "note", text, language: "en" };
    default:
      return {
        kind: "casework",
        payload: {
          type: "task",
          what: text.slice(0, 100),
          language: "en",
          member: null,
          byDay: null,
        },
      };
  }
}

/** As the server would hold it. */
async function longCase(
  organisation: Organisation,
  desk: DeskVault,
  member: string,
): Promise<ServedCase> {
  const reporter = await openReporterVault(organisation);
  const served = new ServedCase(await reporter.sealReport(draftOf(organisation, 500)));
  const { id } = served;
  await reporter.openCase(served.reporterPage());
  await desk.openCase(served.memberPage(member));
  served.append(await desk.seal({ kind: "open" }, today()));
  let cursor: Cursor = { conversation: 1, internal: 0 };
  // The first reply acknowledges as well: two entries.
  for (
    let number = 2;
    served.plain.conversationSeq + served.plain.internalSeq < ENTRIES;
    number += 1
  ) {
    if (number % 4 === 0) {
      await reporter.openCase(served.reporterPage());
      served.add(await reporter.sealMessage(words(number), "en", today()));
    } else {
      await desk.openCase(served.memberPage(member, cursor));
      const { conversationSeq, internalSeq } = served.plain;
      cursor = { conversation: conversationSeq, internal: internalSeq };
      served.append(await desk.seal(actOf(number), today()));
    }
  }
  if (served.plain.case !== id) throw new Error("bench: another case");
  return served;
}

/** Cut as the server cuts them. */
function pagesOf(served: ServedCase, member: string): readonly Page[] {
  const whole = served.memberPage(member);
  const pages: SealedEntry[][] = [[]];
  let characters = 0;
  for (const entry of whole.entries) {
    characters += entry.header.length + entry.body.length;
    if (characters > JOURNAL_PAGE_CHARACTERS) {
      pages.push([]);
      characters = entry.header.length + entry.body.length;
    }
    pages.at(-1)?.push(entry);
  }
  return pages.map((entries, at) => ({ ...whole, entries, more: at < pages.length - 1 }));
}

export function openCaseMeasure(organisation: Organisation): Measure {
  return {
    name: "openCase",
    run: async (): Promise<readonly Measurement[]> => {
      const { vault, member } = await openDeskVault(organisation);
      const served = await longCase(organisation, vault, member.id);
      const pages = pagesOf(served, member.id);
      async function open(): Promise<number> {
        let items = 0;
        for (const page of pages) items = (await vault.openCase(page)).items.length;
        return items;
      }
      const opened = await open();
      if (opened !== ENTRIES) throw new Error(`bench: ${opened} entries opened`);
      const caseId = fromBase64Url(served.id);
      const origin = originHash(canonicalOrigin(organisation.founded.trust));
      const wraps = served.wrapsOf(member.id);
      const keys = new Map(
        wraps.map(({ lane, epoch, wrap }) => [
          lane,
          unwrapLaneKey(fromBase64Url(wrap), member.seal, { origin, caseId, lane, epoch }),
        ]),
      );
      const verify = verifyKeyOf(member.signing);
      const rawWraps = wraps.map((wrap) => layOutWrap(wrap, origin, caseId, member.seal));
      const entries = (["conversation", "internal"] as const).flatMap(served.lane.bind(served));
      const raw = entries.map((entry) => {
        const key = keys.get(laneAndSeq(entry).lane);
        if (key === undefined) throw new Error("bench: a lane without a key");
        return layOutEntry(entry, key, verify);
      });
      const { ratio, spread, leftMilliseconds, rightMilliseconds } = await compare(
        async () => {
          await open();
        },
        () => {
          for (const wrap of rawWraps) rawOpenWrap(wrap);
          for (const entry of raw) rawOpenEntry(entry);
        },
        ROUNDS,
      );
      return [
        {
          name: "openCase.overRaw",
          value: ratio,
          unit: "times",
          bound: atMost(OVER_RAW_MAX),
          spread,
          detail: {
            unit: `${opened} entries in ${pages.length} pages by DeskVault.openCase`,
            signed: raw.filter(({ signed }) => signed !== null).length,
            milliseconds: leftMilliseconds,
            rawMilliseconds: rightMilliseconds,
          },
        },
      ];
    },
  };
}
