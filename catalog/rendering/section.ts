import type { ActionKey } from "../model/actions.ts";
import type { Entry } from "../model/entry.ts";
import type { Kind, labels } from "../schema/terms.ts";
import type { DisplayLanguage } from "../text/localized-text.ts";

/** A section of a page. Those that need controls, `handling` and `usages`, have no `markdown`: the client writes them. */
export interface Section {
  id: keyof typeof labels | Kind | "summary" | "unread" | "everyAction";
  heading: string;
  markdown: string;
  /** Lists below the text that are long: they are closed at first, and can be searched. `count` is that of all items. */
  groups?: { heading: string; count: number; items: { text: string; link: string }[] }[];
}

/** The options for rendering a page. */
export interface PageOptions {
  displayLanguage: DisplayLanguage;
  /** The message and the request ID of a concrete response; what they say beyond the code, and of its action, as Markdown. */
  response?: { message?: string; requestId?: string; notes?: readonly string[]; action?: string };
  /** Returns the target of a link to another entry's page. */
  linkTo: (entry: Entry) => string;
  /** Returns the target of a link to the page of an action. */
  linkToAction: (action: ActionKey) => string;
  /** Returns the target of a link to a position in a file; the line is zero-based. */
  linkToPosition: (uri: string, line: number) => string;
}
