import type { Retry } from "../../schema/terms.ts";
import type { LocalizedText } from "../../text/localized-text.ts";
import type { ReportedError } from "../explanation.ts";

/** What an error says beyond its code, and what to do about it. */
export interface Advice {
  text: LocalizedText;
  /** Overrides what the code says of retrying. */
  retry?: Retry;
  /** A command that helps, or a page of the provider about it. */
  command?: string;
  link?: string;
}

/** One kind of advice; gives none for errors that it is not about. */
export interface Adviser {
  name: string;
  advise(error: ReportedError): Advice | undefined;
}
