/** What a member's page asks of the server. */
import { endpoints } from "../../worker/contract/endpoints.ts";
import { callsTo } from "../api/call.ts";

export const call = callsTo(endpoints);
