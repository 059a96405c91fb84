/** By e-mail, through the host's own service (Cloudflare Email Service). Plain text of one length, no link. */
import { CODE_PLACE, NOTIFICATION_WORDS } from "../contract/notification-words.ts";
import { EMAIL_TEXT_BYTES } from "../contract/notifications.ts";
import { filledTo } from "../domain/notification.ts";
import type { Outcome, Outgoing } from "./sender.ts";

/** The service takes no signal that ends a request; one that has not answered by then is no longer waited for. */
const MAIL_SECONDS = 10;
const SENDER_NAME = "Tern";
/** `Message-ID` is the service's own to set; this one is ours, and the same at each attempt. */
export const ID_HEADER = "X-Message-ID";

/** Subject and text, EMAIL_TEXT_BYTES long. */
export function emailWords({ kind, language, code }: Outgoing): { subject: string; text: string } {
  const { subject, text } = NOTIFICATION_WORDS[language][kind];
  const words = text.replace(CODE_PLACE, code ?? "");
  return { subject, text: new TextDecoder().decode(filledTo(EMAIL_TEXT_BYTES, words)) };
}

async function afterTime(): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, MAIL_SECONDS * 1_000));
  throw new Error("email: no answer");
}

/** Tried again under the same id where no answer came in time: a message that came after all is recognised. */
export async function sendEmail(
  mail: SendEmail,
  from: string,
  to: string,
  outgoing: Outgoing,
): Promise<Outcome> {
  try {
    const sent = mail.send({
      from: { name: SENDER_NAME, email: from },
      to,
      ...emailWords(outgoing),
      headers: { [ID_HEADER]: outgoing.id, "Auto-Submitted": "auto-generated" },
    });
    await Promise.race([sent, afterTime()]);
    return "delivered";
  } catch {
    return "failed";
  }
}
