/** What a reporter's page asks of the server. */
import { intakeEndpoints } from "../../worker/contract/intake-endpoints.ts";
import { reporterEndpoints } from "../../worker/contract/reporter-endpoints.ts";
import { callsTo } from "../api/call.ts";

export const call = callsTo({ ...intakeEndpoints, ...reporterEndpoints });
