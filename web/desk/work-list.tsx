/** What every part of the record of work is given, and a list of it: nothing where there is nothing. */
import type { Casework } from "../payload/casework.ts";
import type { CaseworkPayload } from "../payload/entries/index.ts";
import type { Child } from "../ui/dom.ts";
import type { RosterView } from "../vault/interface.ts";
import type { CaseworkFormName } from "./casework-forms.ts";

/** A form as it is opened: `about` is the entry it begins with, `again` the one it writes again, by their seq. */
export interface OpenedForm {
  readonly form: CaseworkFormName;
  readonly about: number | null;
  readonly again: number | null;
}

export interface CaseworkRecordProps {
  readonly casework: Casework;
  readonly roster: RosterView;
  /** `shut`: nothing can be written to this case by this member now. */
  readonly acts: "open" | "shut";
  readonly busy: boolean;
  readonly act: (payload: CaseworkPayload) => void;
  /** Opens forms, for that member, one of these readers, by their ids; left out where nothing can be written. */
  readonly forms?: {
    readonly self: string;
    readonly readers: readonly string[];
    readonly open: (opened: OpenedForm) => void;
  };
}

/** What can be said of one line with one press, under it. */
export function WorkActs({ children }: { readonly children: Child }) {
  return <div class="work-acts">{children}</div>;
}

interface ListProps {
  readonly title: string;
  readonly children: readonly Child[];
}

export function List({ title, children }: ListProps) {
  if (children.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="work-list">{children}</ul>
    </>
  );
}
