/**
 * Runs in a member's browser when something is pushed to it: shows one of the fixed sentences, and opens the members'
 * page when that is pressed. Invariant: it handles no request, keeps nothing, and no page is in its scope.
 */
import {
  NOTIFICATION_WORDS,
  type NotificationWords,
} from "../../worker/contract/notification-words.ts";

interface Waiting {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
interface Pushed extends Waiting {
  readonly data: { readonly text: () => string } | null;
}
interface Pressed extends Waiting {
  readonly notification: { readonly close: () => void };
}
interface PushScope {
  addEventListener(type: "push", listener: (event: Pushed) => void): void;
  addEventListener(type: "notificationclick", listener: (event: Pressed) => void): void;
  readonly registration: {
    readonly showNotification: (
      title: string,
      options: { readonly body: string; readonly lang: string; readonly tag: string },
    ) => Promise<void>;
  };
  readonly clients: { readonly openWindow: (path: string) => Promise<unknown> };
}
declare const self: PushScope;

const DESK = "/desk";

interface Shown extends NotificationWords {
  readonly kind: string;
  readonly language: string;
}

/** Something has to be shown for everything that is pushed, whatever it was: then what says least. */
function shownFor(text: string): Shown {
  for (const [language, kinds] of Object.entries(NOTIFICATION_WORDS)) {
    for (const [kind, words] of Object.entries(kinds)) {
      if (text.trimEnd() === JSON.stringify({ kind, language }))
        return { kind, language, ...words };
    }
  }
  return { kind: "daily", language: "en", ...NOTIFICATION_WORDS.en.daily };
}

self.addEventListener("push", (event) => {
  const { kind, language, subject, text } = shownFor(event.data?.text() ?? "");
  const options = { body: text, lang: language, tag: kind };
  event.waitUntil(self.registration.showNotification(subject, options));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(DESK));
});
