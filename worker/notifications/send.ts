/** One message to one place, by whichever way it goes. A way this server does not offer sends nothing. */
import type { Destination } from "../contract/notifications.ts";
import type { Bindings, Config } from "../env.ts";
import { sendEmail } from "./email.ts";
import type { Outcome, Outgoing, SendContext } from "./sender.ts";
import { sendPush } from "./web-push.ts";
import { sendWebhook } from "./webhook.ts";

export async function send(
  destination: Destination,
  outgoing: Outgoing,
  { EMAIL: mail }: Pick<Bindings, "EMAIL">,
  { sending, origin }: Pick<Config, "sending" | "origin">,
  context: SendContext,
): Promise<Outcome> {
  switch (destination.by) {
    case "email":
      return mail === undefined || sending.email === null
        ? "failed"
        : sendEmail(mail, sending.email.sender, destination.address, outgoing);
    case "webhook":
      return sendWebhook(destination, outgoing, context);
    case "push":
      return sending.push === null
        ? "failed"
        : sendPush(destination, outgoing, { ...sending.push, subject: origin }, context);
  }
}
