import type { Concept, Provider, RawEntry, RawFile } from "../schema/schema.ts";
import type { Kind, Retry } from "../schema/terms.ts";
import type { LocalizedText } from "../text/localized-text.ts";

export type { Concept, Provider } from "../schema/schema.ts";

/** A product of a provider; its codes are listed together. */
export interface Service {
  provider: string;
  service: string;
  name: LocalizedText;
  /** The vendor's page about its codes, where there is one; `{code}` stands for the code. */
  link?: LocalizedText;
}

/** The source of a code: a row of a table in a vendor's document, with the status and message that the row states. */
interface Source {
  document: string;
  section?: string;
  date?: string;
  url?: string;
  httpStatus?: number;
  message?: string;
}

/** One code of one service of one provider; `code` is verbatim, even if the provider misspells it. */
export interface Entry {
  provider: string;
  service: string;
  code: string;
  /** HTTP statuses it is returned with, in the order of the source. */
  httpStatus: number[];
  /** Message templates as the API returns them, with their placeholders. */
  messages: string[];
  summary: LocalizedText;
  concept?: string;
  kind?: Kind;
  retry?: Retry;
  cause?: LocalizedText;
  fix?: LocalizedText;
  officialMisspelling?: boolean;
  /** Set if the provider has withdrawn the code; `use` is the code that replaces it. */
  deprecated?: { use?: string };
  source: Source[];
  /** What the explanation is taken from if it is not the catalog's own text: the code's name, or an installed SDK. */
  basis?: "name" | "sdk";
  /** Whether other entries of its provider stand for this one where services are not told apart: they have the same code. */
  isRepeated?: boolean;
  /** Its origin in a user's own catalog: URI of the file, its path as shown to users, and the zero-based position in it. */
  origin?: { uri: string; path: string; line: number; character: number };
}

/** An action of a service's API, and the codes that it can answer with. */
export interface Action {
  provider: string;
  service: string;
  action: string;
  codes: string[];
}

/** Codes that every action of a service can answer with, or of a provider's other services, such as that of a wrong signature. */
export interface CodesOfEveryAction {
  provider: string;
  service?: string;
  codes: string[];
}

/** The texts of an entry that its code's name gives. */
export type ReadTexts = Pick<Entry, "summary" | "cause" | "fix">;

/** The same, of which each is read when it is asked for. */
export interface LazyTexts {
  readonly summary: LocalizedText;
  readonly cause: LocalizedText | undefined;
  readonly fix: LocalizedText | undefined;
}

/** Reads what the name of a code says; the texts that its concept has too are left out. */
export type NameReader = (code: string, concepts: readonly Concept[]) => LazyTexts;

/** The data of a catalog as plain values, which are made from the catalog's files and compiled. */
export interface CatalogData {
  providers: Provider[];
  services: Service[];
  concepts: Concept[];
  entries: Entry[];
  /** Official codes without an entry, by provider: valid, but not explained. */
  known: Record<string, string[]>;
  /** What is known of actions. Their codes are official. */
  actions?: Action[];
  /** The codes that every action of a provider, or of a service, can answer with. */
  codesOfEveryAction?: CodesOfEveryAction[];
  /** The hashes of the messages with which each code is returned, by provider: the vendors' texts themselves are not ours. */
  messageHashes?: Record<string, { code: string; hashes: number[] }[]>;
  /** The pinyin of each Chinese character in the texts, without its tone. */
  pinyin: Record<string, string>;
  /** The providers of which every valid code is listed, as declared by a user. */
  complete?: string[];
}

/** Converts the entries of a validated file. */
export function entriesOf(file: RawFile, provider: string, service: string): Entry[] {
  return (file.entries ?? []).map((raw) => toEntry(raw, file, provider, service));
}

/** Returns an entry of a file. */
export function toEntry(raw: RawEntry, file: RawFile, provider: string, service: string): Entry {
  const source = (raw.rows ?? []).map(
    ({ table, ...stated }) => withoutUndefined({ ...file.tables?.[table], ...stated }) as Source,
  );
  const { rows: _, summary, httpStatus, messages, deprecated, ...rest } = raw;
  const statuses = [...(httpStatus ?? []), ...source.flatMap((one) => one.httpStatus ?? [])];
  const allMessages = [...(messages ?? []), ...source.flatMap((one) => one.message ?? [])];
  return withoutUndefined({
    provider,
    service,
    ...rest,
    httpStatus: [...new Set(statuses)],
    messages: [...new Set(allMessages)],
    summary: summary ?? {},
    deprecated: deprecated === true ? {} : deprecated || undefined,
    source,
  }) as Entry;
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}
