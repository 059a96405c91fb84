/** Which instruments may apply between two countries: what the law says whatever the lists hold, and what the lists hold. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../worker/contract/clocks.ts";
import {
  BRUSSELS_IIB_STATES,
  HAGUE_1980_STATES,
  HAGUE_1996_OBJECTIONS,
  HAGUE_1996_STATES,
} from "../../web/payload/contracting-states.ts";
import { COUNTRIES, isCountry, type CountryCode } from "../../web/payload/countries.ts";
import { EUROPEAN_UNION } from "../../web/report/help-lines.ts";
import { BOUND, INSTRUMENTS, isStale, STALE_AFTER_DAYS } from "../../web/payload/instruments.ts";
import {
  mayApply,
  PLACES,
  standingBetween,
  whichLaw,
  type Places,
} from "../../web/payload/which-law.ts";

/** In none of the three lists. */
const NOWHERE_BOUND: CountryCode = "KP";

const countries = fc.constantFrom(...COUNTRIES);
const pairs = fc.tuple(countries, countries).filter(([one, other]) => one !== other);

function standing(instrument: (typeof INSTRUMENTS)[number], one: string, other: string): string {
  return standingBetween(instrument, one, other).standing;
}

function at(home: string | null, now: string | null, heading: string | null = null): Places {
  return { home, now, heading };
}

function asked(places: Places): readonly string[] {
  return whichLaw(places).asks.map(
    ({ asking, country, provision }) =>
      `${asking} ${country} ${provision.instrument} ${provision.articles}`,
  );
}

describe("how an instrument stands between two countries", () => {
  it("is the same whichever of them is named first", () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(...INSTRUMENTS), ([one, other], instrument) => {
        const there = standingBetween(instrument, one, other);
        const back = standingBetween(instrument, other, one);
        expect(back.standing).toBe(there.standing);
        expect(new Set(back.because)).toEqual(new Set(there.because));
      }),
    );
  });

  it("is that of the Regulation for every two Member States but Denmark, and for nobody else", () => {
    const bound: ReadonlySet<string> = new Set(EUROPEAN_UNION.filter((state) => state !== "DK"));
    expect(bound.size).toBe(26);
    for (const one of COUNTRIES) {
      for (const other of COUNTRIES) {
        if (one === other) continue;
        const expected = bound.has(one) && bound.has(other) ? "applies" : "outside";
        expect(standing("BRUSSELS_IIB", one, other)).toBe(expected);
      }
    }
  });

  it("is no standing at all with a country that nobody knows of", () => {
    fc.assert(
      fc.property(countries, (other) => {
        fc.pre(other !== NOWHERE_BOUND);
        const { pairs: [pair] } = whichLaw(at(other, NOWHERE_BOUND)); // oxfmt-ignore
        expect(pair?.between.some(mayApply)).toBe(false);
        expect(whichLaw(at(other, NOWHERE_BOUND)).asks).toEqual([]);
      }),
    );
    expect(standing("HAGUE_1980", "IE", NOWHERE_BOUND)).toBe("unknown");
    expect(standing("BRUSSELS_IIB", "IE", NOWHERE_BOUND)).toBe("outside");
  });

  it.each([
    // Ratified, both of them.
    ["HAGUE_1980", "IE", "US", "applies", []],
    // Tunisia acceded: towards Ireland that depends on Ireland (Art. 38).
    ["HAGUE_1980", "IE", "TN", "accession", ["TN"]],
    ["HAGUE_1980", "TN", "MA", "accession", ["TN", "MA"]],
    // Poland acceded, but the Regulation builds on the Convention between its States (22, 96).
    ["HAGUE_1980", "IE", "PL", "applies", []],
    // Denmark is outside the Regulation, so nothing settles its relation to a State that acceded.
    ["HAGUE_1980", "DK", "PL", "accession", ["PL"]],
    ["HAGUE_1996", "DK", "IE", "applies", []],
    ["HAGUE_1996", "IE", "DO", "accession", ["DO"]],
    ["HAGUE_1996", "FR", "US", "unknown", ["US"]],
    ["HAGUE_1996", "DK", "SV", "objected", ["DK", "SV"]],
    ["HAGUE_1996", "FR", "SV", "accession", ["SV"]],
    ["BRUSSELS_IIB", "DK", "SE", "outside", ["DK"]],
    ["BRUSSELS_IIB", "GB", "DK", "outside", ["GB", "DK"]],
  ] as const)("%s between %s and %s: %s", (instrument, one, other, is, because) => {
    expect(standingBetween(instrument, one, other)).toEqual({
      instrument,
      standing: is,
      because,
    });
  });
});

describe("the answer to what was picked", () => {
  it("says nothing of fewer than two different countries", () => {
    for (const places of [at(null, null), at("IE", null), at(null, "IE"), at("IE", "IE", "IE")]) {
      expect(whichLaw(places).pairs).toEqual([]);
      expect(whichLaw(places).asks).toEqual([]);
    }
  });

  it("is about each two countries once, and about a return only to the child's home", () => {
    fc.assert(
      fc.property(fc.array(countries, { minLength: 3, maxLength: 3 }), ([home, now, heading]) => {
        const answer = whichLaw(at(home ?? null, now ?? null, heading ?? null));
        const keys = answer.pairs.map(({ one, other }) => [one, other].toSorted().join());
        expect(new Set(keys).size).toBe(keys.length);
        for (const { one, other, between } of answer.pairs) {
          expect(one).not.toBe(other);
          const about = between.map(({ instrument }) => instrument);
          expect(about.includes("HAGUE_1980")).toBe([one, other].includes(home ?? ""));
        }
      }),
    );
  });

  it("asks for a return at home, for urgent measures where the child is, and under the Regulation where it binds both", () => {
    expect(asked(at("IE", "FR"))).toEqual([
      "RETURN IE HAGUE_1980 8",
      "URGENT FR BRUSSELS_IIB 15",
      "CUSTODY IE BRUSSELS_IIB 7, 9",
      "FIND FR BRUSSELS_IIB 79, 80",
    ]);
    expect(asked(at("IE", "DK"))).toEqual([
      "RETURN IE HAGUE_1980 8",
      "URGENT DK HAGUE_1996 11",
      "CUSTODY IE HAGUE_1996 5, 7",
      "FIND DK HAGUE_1996 31, 32",
    ]);
    expect(asked(at("FR", "US"))).toEqual(["RETURN FR HAGUE_1980 8"]);
  });

  it("takes a child of whom nobody said where they are to be at home, and asks before they leave", () => {
    expect(asked(at("IE", null, "MA"))).toEqual([
      "PREVENT IE HAGUE_1996 5, 24",
      "WARN MA HAGUE_1996 36",
    ]);
    expect(asked(at("IE", null, "MA"))).toEqual(asked(at("IE", "IE", "MA")));
    expect(whichLaw(at("IE", null, "MA")).here).toBe("IE");
    expect(asked(at("IE", "FR", "MA"))).toContain("WARN MA HAGUE_1996 36");
  });

  it("asks only the authorities of a place that was picked, under what may apply there", () => {
    fc.assert(
      fc.property(
        fc.record({
          home: fc.option(countries),
          now: fc.option(countries),
          heading: fc.option(countries),
        }),
        (places) => {
          const picked = PLACES.map((place) => places[place]);
          for (const { country, provision } of whichLaw(places).asks) {
            expect(picked).toContain(country);
            const others = picked.filter((one) => one !== null && one !== country);
            expect(
              others.some((one) =>
                mayApply(standingBetween(provision.instrument, country, one ?? "")),
              ),
            ).toBe(true);
          }
        },
      ),
    );
  });
});

describe("the lists of States", () => {
  it("hold a country once, and no code that is nobody's", () => {
    for (const instrument of INSTRUMENTS) {
      const { full, acceded, source, asOfDay } = BOUND[instrument];
      const all = [...full, ...acceded];
      expect(new Set(all).size).toBe(all.length);
      expect(all.filter((code) => !isCountry(code))).toEqual([]);
      expect(source).not.toBe("");
      expect(asOfDay).toBeLessThanOrEqual(dayOf(Date.parse("2026-11-26")));
    }
    for (const [by, to] of HAGUE_1996_OBJECTIONS) {
      expect(HAGUE_1996_STATES.full).toContain(by);
      expect(HAGUE_1996_STATES.acceded).toContain(to);
    }
  });

  // 103 States bound (HCCH, 14 November 2022), but for China and the three that could not be checked.
  it("come to what the depositary counts, less what was left out", () => {
    expect(HAGUE_1980_STATES.full.length + HAGUE_1980_STATES.acceded.length).toBe(103 - 4);
    // 54 in October 2022 (HCCH), and two accessions since, but for the two that could not be checked.
    expect(HAGUE_1996_STATES.full.length + HAGUE_1996_STATES.acceded.length).toBe(54 + 2 - 2);
    expect(BRUSSELS_IIB_STATES.full.length).toBe(EUROPEAN_UNION.length - 1);
  });

  it("bind every Member State of the Union to both Conventions", () => {
    for (const { full, acceded } of [HAGUE_1980_STATES, HAGUE_1996_STATES]) {
      const all = [...full, ...acceded];
      expect(EUROPEAN_UNION.filter((state) => !all.includes(state))).toEqual([]);
    }
  });

  it.each(INSTRUMENTS)(
    "of %s is said to be old on its 181st day, and on the 180th is not",
    (code) => {
      const { asOfDay } = BOUND[code];
      expect(STALE_AFTER_DAYS).toBe(180);
      expect(isStale(asOfDay, asOfDay)).toBe(false);
      expect(isStale(asOfDay, asOfDay + 180)).toBe(false);
      expect(isStale(asOfDay, asOfDay + 181)).toBe(true);
    },
  );
});
