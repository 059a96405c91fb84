/** What a reporter's page asks of the server. */
import { givingEndpoints } from "../../worker/contract/feedback-endpoints.ts";
import { intakeEndpoints } from "../../worker/contract/intake-endpoints.ts";
import { reporterEndpoints } from "../../worker/contract/reporter-endpoints.ts";
import { callsTo } from "../api/call.ts";

export const call = callsTo({ ...intakeEndpoints, ...reporterEndpoints, ...givingEndpoints });
