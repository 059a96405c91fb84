/**
 * The one table of endpoints: name -> what may be asked, by whom, and what may be answered; one file an area.
 * The Worker mounts it, the client builds its requests from it, the tests enumerate it.
 * Every object is strict: an unknown key is refused, never ignored.
 */
import type * as z from "zod/mini";
import { accessEndpoints } from "./access-endpoints.ts";
import { accountEndpoints } from "./account-endpoints.ts";
import { auditEndpoints } from "./audit-endpoints.ts";
import { boardEndpoints } from "./board-endpoints.ts";
import { caseEndpoints } from "./case-endpoints.ts";
import { feedbackEndpoints } from "./feedback-endpoints.ts";
import { identityEndpoints } from "./identity-endpoints.ts";
import { intakeEndpoints } from "./intake-endpoints.ts";
import { keyEndpoints } from "./key-endpoints.ts";
import { memberEndpoints } from "./member-endpoints.ts";
import { notificationEndpoints } from "./notification-endpoints.ts";
import { organisationEndpoints } from "./organisation-endpoints.ts";
import { recoveryEndpoints } from "./recovery-endpoints.ts";
import { reporterEndpoints } from "./reporter-endpoints.ts";
import { savedViewsEndpoints } from "./saved-views.ts";

export const endpoints = {
  ...intakeEndpoints,
  ...reporterEndpoints,
  ...memberEndpoints,
  ...accountEndpoints,
  ...keyEndpoints,
  ...caseEndpoints,
  ...organisationEndpoints,
  ...accessEndpoints,
  ...auditEndpoints,
  ...boardEndpoints,
  ...identityEndpoints,
  ...recoveryEndpoints,
  ...feedbackEndpoints,
  ...savedViewsEndpoints,
  ...notificationEndpoints,
} as const;

export type Endpoints = typeof endpoints;
export type EndpointName = keyof Endpoints;
export type InputOf<Name extends EndpointName> = z.infer<Endpoints[Name]["input"]>;
export type OutputOf<Name extends EndpointName> = z.infer<Endpoints[Name]["output"]>;
