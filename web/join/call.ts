/** What the page of somebody invited asks of the server. */
import { intakeEndpoints } from "../../worker/contract/intake-endpoints.ts";
import { organisationEndpoints } from "../../worker/contract/organisation-endpoints.ts";
import { callsTo } from "../api/call.ts";

export const call = callsTo({ ...intakeEndpoints, ...organisationEndpoints });
