import type { Kind } from "../../catalog/terms.ts";
import type { Text } from "../../catalog/text.ts";

/** What names one entry of the catalog. */
export interface EntryKey {
  provider: string;
  service: string;
  code: string;
}

/** One code as lists show it; texts are in the reader's language. */
export interface CodeItem extends EntryKey {
  summary: string;
  /** Both languages, so that a list can be filtered by either. */
  meanings: Text;
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
