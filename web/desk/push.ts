/**
 * This browser as a place for its member's messages. The one thing a page here asks a browser to keep, and only when
 * its member presses the button for it: a registration whose scope holds no page. It goes when the place is removed.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { ID_BYTES } from "../../worker/contract/limits.ts";
import type { Destination } from "../../worker/contract/notifications.ts";
import { pushWorkerUrl } from "../vault/vault-url.ts";

/** No page is there, so no page is ever handed to what is registered. */
const SCOPE = "/push/";

export function couldPushHere(): boolean {
  return "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
}

export interface PushPlace {
  readonly id: string;
  readonly to: Extract<Destination, { by: "push" }>;
}

/** The same for the same browser and member, so that the page can tell its own place from others. */
async function placeId(memberId: string, url: string): Promise<string> {
  const text = new TextEncoder().encode(`${memberId} ${url}`);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", text));
  return toBase64Url(hash.slice(0, ID_BYTES));
}

async function untilActive(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.installing ?? registration.waiting;
  if (registration.active !== null || worker === null) return;
  await new Promise<void>((resolve) => {
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated" || worker.state === "redundant") resolve();
    });
  });
}

/** Null where the browser was told no, or cannot. */
export async function subscribeHere(memberId: string, pushKey: string): Promise<PushPlace | null> {
  try {
    if ((await Notification.requestPermission()) !== "granted") return null;
    const registration = await navigator.serviceWorker.register(pushWorkerUrl(), { scope: SCOPE });
    await untilActive(registration);
    const subscription = await registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: fromBase64Url(pushKey),
    });
    const key = subscription.getKey("p256dh");
    const auth = subscription.getKey("auth");
    if (key === null || auth === null) return null;
    const url = subscription.endpoint;
    return {
      id: await placeId(memberId, url),
      to: {
        by: "push",
        url,
        key: toBase64Url(new Uint8Array(key)),
        auth: toBase64Url(new Uint8Array(auth)),
      },
    };
  } catch {
    await forgetHere();
    return null;
  }
}

/** If that place is this browser, it keeps nothing of it any more. */
export async function forgetPlace(memberId: string, id: string): Promise<void> {
  if (!couldPushHere()) return;
  const registration = await navigator.serviceWorker.getRegistration(SCOPE);
  const subscription = (await registration?.pushManager.getSubscription()) ?? null;
  if (subscription === null || (await placeId(memberId, subscription.endpoint)) !== id) return;
  await subscription.unsubscribe();
  await forgetHere();
}

async function forgetHere(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(SCOPE);
  await registration?.unregister();
}
