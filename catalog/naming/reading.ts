import type { LocalizedText } from "../model/localized-text.ts";
import type { Kind, Retry } from "../model/terms.ts";

/** What the name of a code says about it, without any knowledge of the code itself. */
export interface Reading {
  /** The id of the concept that the name expresses, or of its family's. */
  concept: string;
  kind: Kind;
  retry: Retry;
  /** Whether the name leaves no doubt; if not, the texts speak of the family alone. */
  isSure: boolean;
  summary: LocalizedText;
  cause: LocalizedText;
  fix: LocalizedText;
}
