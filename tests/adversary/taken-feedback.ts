/** Feedback, given and read. */
import type { FoundedServer } from "../routes/founded.ts";
import { isAtDesk } from "../routes/asking.ts";
import { feedbackInput } from "../routes/giving-feedback.ts";
import type { TakenRequests } from "./taken.ts";

export async function takeFeedback(site: FoundedServer, taken: TakenRequests): Promise<void> {
  const { server } = site;
  await taken.take(server, "giveFeedback", await feedbackInput(site));
  const { token } = await isAtDesk(site, "coordinator");
  await taken.take(server, "readFeedback", { after: null }, token);
}
