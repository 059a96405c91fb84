/** Where the focus goes once a form of the case page is gone with its act. */
import { focusField } from "../ui/field.tsx";

export function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>('[data-screen="case"] h1');
  heading?.focus();
  heading?.scrollIntoView({ block: "center" });
}

export function focusReply(): void {
  focusField("open-reply");
}
