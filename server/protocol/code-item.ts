import type { Kind } from "../../catalog/schema/terms.ts";
import type { LocalizedText } from "../../catalog/text/localized-text.ts";

/** The key of an entry of the catalog. */
export interface EntryKey {
  provider: string;
  service: string;
  code: string;
  /** The URI of the user catalog that has the entry: folders of a workspace can have different ones. */
  origin?: string;
}

/** Where a request is made from: the project there is searched first. */
export interface RequestOrigin {
  /** The URI of the active document; without one, the project of the first workspace folder counts. */
  uri?: string;
}

/** An entry as lists show it; its texts are in the display language. */
export interface CodeItem extends EntryKey {
  summary: string;
  /** The summary in both languages, so that a list can be filtered by either. */
  meanings: LocalizedText;
  httpStatus: number[];
  messages: string[];
  kind?: Kind;
  kindName?: string;
  /** What the explanation is taken from if it is not the catalog's own text: the code's name, or an installed SDK. */
  basis?: "name" | "sdk";
  /** Whether the code is misspelled by the provider itself. */
  officialMisspelling?: boolean;
  /** Whether the provider has withdrawn the code. */
  deprecated?: boolean;
  /** The URL of the provider's page on the code. */
  link?: string;
  providerName: string;
  /** Empty for a code of a user who has named no service. */
  serviceName: string;
}
