/**
 * `codeTiming`: can anybody tell a wrong code from an unknown or a withdrawn one by the clock, or by the answer?
 * Interleaved samples of each class, in an order drawn anew each round, compared pair by pair; then the same
 * with a delay planted in the server's path, which the same statistics must see.
 */
import { randomInt } from "node:crypto";
import type { Server } from "../support/server.ts";
import { fetchChallenge, makeCodes, type SignIn } from "./codes.ts";
import { atLeast, atMost, type Measure, type Measurement } from "./measure.ts";
import { startOrganisationServer, urlOf } from "./organisation-server.ts";
import type { Organisation } from "./organisation.ts";
import { PLANTED_HEADER, UNPLANTED_HEADER } from "./planted.ts";
import { mannWhitney, median, spreadOf, type Spread } from "./statistics.ts";
import { growTo } from "./stored-cases.ts";

const SAMPLES = 2_000;
const WARM_UPS = 100;
const STORED_CASES = 1_000;
/** One in a hundred, shared by the three pairs. */
const SIGNIFICANCE = 0.01 / 3;

/** Uncompressed, so that lengths are compared as the Worker gave them. */
const HEADERS = { "content-type": "application/json", "accept-encoding": "identity" } as const;

interface Kind {
  readonly name: string;
  readonly signIn: SignIn;
  readonly headers: Readonly<Record<string, string>>;
  /** Filled by sampling: milliseconds from asking to the end of the answer. */
  readonly took: number[];
}

function kind(name: string, signIn: SignIn, headers: Kind["headers"] = {}): Kind {
  return { name, signIn, headers, took: [] };
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  const left = [...items];
  const order: Item[] = [];
  while (left.length > 0) order.push(...left.splice(randomInt(left.length), 1));
  return order;
}

/** @returns status, header names, length and body of every answer, each different one once. */
async function sample(server: Server, kinds: readonly Kind[]): Promise<ReadonlySet<string>> {
  const url = urlOf(server, "reporterSignIn");
  const answers = new Set<string>();
  for (let round = -WARM_UPS; round < SAMPLES; round += 1) {
    const challenge = await fetchChallenge(server);
    const requests: { took: number[]; init: RequestInit }[] = [];
    for (const { signIn, headers, took } of shuffled(kinds)) {
      const body = JSON.stringify(await signIn(challenge));
      requests.push({ took, init: { method: "POST", headers: { ...HEADERS, ...headers }, body } });
    }
    for (const { took, init } of requests) {
      const from = performance.now();
      const response = await fetch(url, init);
      const text = await response.text();
      if (round >= 0) took.push(performance.now() - from);
      const names = [...response.headers.keys()].toSorted().join(" ");
      answers.add([response.status, names, text.length, text].join("\n"));
    }
  }
  return answers;
}

interface Pair {
  readonly pair: string;
  readonly p: number;
  /** Median of the first less median of the second. */
  readonly medianGapMilliseconds: number;
}

function comparePair(left: Kind, right: Kind): Pair {
  return {
    pair: `${left.name} - ${right.name}`,
    p: mannWhitney(left.took, right.took).p,
    medianGapMilliseconds: median(left.took) - median(right.took),
  };
}

function spreadsOf(kinds: readonly Kind[]): Readonly<Record<string, Spread>> {
  return Object.fromEntries(kinds.map(({ name, took }) => [name, spreadOf(took)]));
}

async function measureClasses(organisation: Organisation): Promise<readonly Measurement[]> {
  const server = await startOrganisationServer(organisation);
  try {
    await growTo(server.database, organisation, 0, STORED_CASES);
    const codes = await makeCodes(server, organisation);
    const wrong = kind("wrong", codes.wrong);
    const unknown = kind("unknown", codes.unknown);
    const withdrawn = kind("withdrawn", codes.withdrawn);
    const kinds = [wrong, unknown, withdrawn];
    const answers = await sample(server, kinds);
    const pairs = [
      comparePair(wrong, unknown),
      comparePair(wrong, withdrawn),
      comparePair(unknown, withdrawn),
    ];
    return [
      {
        name: "codeTiming.leastP",
        value: Math.min(...pairs.map(({ p }) => p)),
        unit: "probability",
        bound: atLeast(SIGNIFICANCE),
        detail: {
          method: "two-sided Mann-Whitney U a pair; the bound is 0.01 shared by the three pairs",
          storedCases: STORED_CASES,
          pairs,
          milliseconds: spreadsOf(kinds),
        },
      },
      {
        name: "codeTiming.greatestGap",
        value: Math.max(...pairs.map(({ medianGapMilliseconds: gap }) => Math.abs(gap))),
        unit: "ms",
        bound: null,
        detail: { pairs },
      },
      {
        name: "codeTiming.differentAnswers",
        value: answers.size,
        unit: "answers",
        bound: atMost(1),
        detail: { compared: "status, header names, length and body", answers: [...answers] },
      },
    ];
  } finally {
    await server.close();
  }
}

async function measurePlanted(organisation: Organisation): Promise<Measurement> {
  const server = await startOrganisationServer(organisation, "tests/bench/planted-worker.ts");
  try {
    await growTo(server.database, organisation, 0, STORED_CASES);
    const { unknown } = await makeCodes(server, organisation);
    const planted = kind("planted", unknown, { [PLANTED_HEADER]: "1" });
    const regular = kind("regular", unknown, { [UNPLANTED_HEADER]: "1" });
    await sample(server, [planted, regular]);
    const found = comparePair(planted, regular);
    return {
      name: "codeTiming.plantedP",
      value: found.p,
      unit: "probability",
      bound: atMost(SIGNIFICANCE),
      detail: {
        planted:
          "one small D1 query before the sign-in, in the Worker: tests/bench/planted-worker.ts",
        detected: found.p <= SIGNIFICANCE,
        ...found,
        milliseconds: spreadsOf([planted, regular]),
      },
    };
  } finally {
    await server.close();
  }
}

export function codeTimingMeasure(organisation: Organisation): Measure {
  return {
    name: "codeTiming",
    run: async () => [...(await measureClasses(organisation)), await measurePlanted(organisation)],
  };
}
