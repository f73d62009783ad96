import type { LocalizedText } from "../../catalog/model/localized-text.ts";
import type { Kind } from "../../catalog/model/terms.ts";

/** What names one entry of the catalog. */
export interface EntryKey {
  provider: string;
  service: string;
  code: string;
  /** The address of the user's catalog that it stands in: folders of a workspace can have different ones. */
  origin?: string;
}

/** Where something is asked: what governs there is looked into first. */
export interface RequestOrigin {
  /** The address of the document that the user works with; what governs the workspace's first folder where it is none. */
  uri?: string;
}

/** One code as lists show it; texts are in the reader's language. */
export interface CodeItem extends EntryKey {
  summary: string;
  /** Both languages, so that a list can be filtered by either. */
  meanings: LocalizedText;
  httpStatus: number[];
  messages: string[];
  kind?: Kind;
  kindName?: string;
  /** Spelled this way by the provider itself. */
  officialMisspelling?: boolean;
  /** Withdrawn. */
  deprecated?: boolean;
  /** The vendor's page. */
  link?: string;
  providerName: string;
  serviceName: string;
}
