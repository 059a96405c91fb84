import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { AuditRecord } from "../../worker/contract/audit-record.ts";
import { verifyRosterHistory } from "../../web/crypto/roster-history.ts";
import { AuditLog } from "../../web/crypto/audit-log.ts";
import { atSite } from "../support/at-site.ts";
import type { TestBrowser } from "../support/browser.ts";
import { Reviewer } from "../support/reviewer.ts";
import { deskHand, sendCase, type SentCase } from "../support/sent-case.ts";
import { DESKS, SITE_ORIGIN, type Site } from "../support/site.ts";

let site: Site;
let browser: TestBrowser;
let sent: SentCase;
atSite(async (opened) => {
  ({ site, browser } = opened);
  sent = await sendCase(site, { desk: "north", title: "Nobody else's", text: "Words of a case." });
  const rowan = await deskHand(site, "rowan");
  await rowan.act(sent.id, { kind: "acknowledge", text: "", language: "en" });
});

async function theoAt(language: "en" | "fr" = "en"): Promise<Reviewer> {
  const theo = await Reviewer.arrives(browser, language);
  await theo.signsIn(site, "theo");
  await theo.reaches(theo.texts.desk.t("audit.title"));
  return theo;
}

const entries = (theo: Reviewer) =>
  theo.page.getByRole("region", { name: theo.texts.desk.t("audit.entries"), exact: true });

describe("an auditor", () => {
  it("arrives at the log, reads it as sentences, checked, and can open no case", async () => {
    const theo = await theoAt("fr");
    const { t } = theo.texts.desk;
    await theo.reads(t("audit.whole-title"));
    const name = site.member("rowan").name;
    const list = entries(theo);
    await list
      .getByText(t("audit.case-opened", { name, case: sent.id }))
      .first()
      .waitFor();
    await list
      .getByText(t("audit.sign-in", { name: site.member("theo").name }))
      .first()
      .waitFor();
    expect(await theo.button(t("place.inbox")).count()).toBe(0);
    const asked = theo.visit.asked();
    expect(asked.filter((url) => /\/api\/(inbox|case)/u.test(url))).toEqual([]);
    const shown = (await theo.page.getByRole("main").textContent()) ?? "";
    expect(shown).not.toContain(sent.title);
    expect(shown).not.toContain(sent.text);
    expect(shown).toContain(DESKS.north.names.fr);
  });

  it("downloads the log, and it verifies from the root key alone", async () => {
    const theo = await theoAt();
    const { t } = theo.texts.desk;
    await theo.reads(t("audit.whole-title"));
    const coming = theo.page.waitForEvent("download");
    await theo.press(t("audit.download"));
    const path = await (await coming).path();
    const record = AuditRecord.parse(JSON.parse(readFileSync(path, "utf8")));
    const { members } = verifyRosterHistory(record.rosters, site.trust);
    const log = new AuditLog({ origin: SITE_ORIGIN, members });
    log.read(record.entries);
    expect(log.findings([record.head])).toEqual([]);
    expect(record.entries.length).toBeGreaterThan(3);
  });

  it("is told by number what was taken out of the log, and what was cut off", async () => {
    const theo = await theoAt();
    const { t } = theo.texts.desk;
    await theo.reads(t("audit.whole-title"));
    const { database } = site.server;
    const length = Number(
      await database.prepare("SELECT max(seq) AS last FROM audit_log").first("last"),
    );
    await database.prepare("DELETE FROM audit_log WHERE seq = 2").run();
    await theo.press(t("audit.again"));
    await theo.reads(t("audit.broken-title"));
    await theo.reads(t("audit.missing", { seq: 2 }));
    await database.prepare("DELETE FROM audit_log WHERE seq = ?").bind(length).run();
    await theo.press(t("audit.again"));
    await theo.reads(t("audit.truncated", { seq: length }));
  });
});
