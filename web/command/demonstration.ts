/**
 * The demonstration organisation: two desks in two countries, five members with different roles, all invented.
 * No desk's custodians read its reports: two must agree at the first desk, and at the second there is but one.
 * Its secrets lie in `.tern/` on this machine only; nothing of it is fit for a real report.
 */
import type { FoundingPlan } from "./founding.ts";

const VALID_DAYS = 366;

export function demonstrationPlan(origins: readonly string[], today: number): FoundingPlan {
  return {
    organisation: "Tern demonstration (invented people, not a real service)",
    origins,
    today,
    validDays: VALID_DAYS,
    signer: "ines",
    members: [
      { handle: "rowan", name: "Rowan Example", roles: ["reviewer"] },
      { handle: "samira", name: "Samira Exemple", roles: ["reviewer"] },
      { handle: "ines", name: "Inès Exemple", roles: ["coordinator", "reviewer", "custodian"] },
      { handle: "kestrel", name: "Kestrel Example", roles: ["custodian"] },
      { handle: "theo", name: "Théo Exemple", roles: ["auditor"] },
    ],
    desks: [
      {
        names: {
          en: "Northmere desk (demonstration)",
          fr: "Bureau de Northmere (démonstration)",
          ar: "مكتب نورثمير (تجريبي)",
        },
        country: "IE",
        languages: ["en", "fr", "ar"],
        members: ["rowan", "samira"],
        custodians: ["kestrel", "ines"],
      },
      {
        names: {
          en: "Valcourt desk (demonstration)",
          fr: "Bureau de Valcourt (démonstration)",
          ar: "مكتب فالكور (تجريبي)",
        },
        country: "FR",
        languages: ["fr", "en", "ar"],
        members: ["samira", "ines"],
        custodians: ["kestrel"],
      },
    ],
  };
}
