import type { LocalizedText } from "./localized-text.ts";
import type { Concept, Provider, RawEntry, RawFile } from "./schema.ts";
import type { Kind, Retry } from "./terms.ts";

export type { Concept, Provider, ResponseShape } from "./schema.ts";

/** A product of a provider, whose codes stand together. */
export interface Service {
  provider: string;
  service: string;
  name: LocalizedText;
  link?: string;
}

/** Where a code was read: a row of a table in a document, with what that row states. */
interface Source {
  document: string;
  section?: string;
  date?: string;
  url?: string;
  httpStatus?: number;
  message?: string;
}

/** One code of one service of one provider; `code` is verbatim, also when the provider misspells it. */
export interface Entry {
  provider: string;
  service: string;
  code: string;
  /** HTTP statuses it comes with, in the order of the source. */
  httpStatus: number[];
  /** Message templates as the API returns them, placeholders kept. */
  messages: string[];
  summary: LocalizedText;
  concept?: string;
  kind?: Kind;
  retry?: Retry;
  cause?: LocalizedText;
  fix?: LocalizedText;
  officialMisspelling?: boolean;
  /** Withdrawn; `use` is the code that took its place. */
  deprecated?: { use?: string };
  source: Source[];
  /** Where it stands in a user's own catalog: the file as shown to people, and a zero-based position in it. */
  origin?: { uri: string; path: string; line: number; character: number };
}

/** All that is known, as one value that can be written as JSON: what the build makes of the catalog's files. */
export interface CatalogData {
  providers: Provider[];
  services: Service[];
  concepts: Concept[];
  entries: Entry[];
  /** Official codes without an entry, by provider: known to be right, though not explained. */
  known: Record<string, string[]>;
  /** How each Chinese character of the texts is typed, without its tone. */
  pinyin: Record<string, string>;
  /** The providers of which every valid code is known, because a user says so. */
  complete?: string[];
}

/** The entries of a validated file. */
export function entriesOf(file: RawFile, provider: string, service: string): Entry[] {
  return (file.entries ?? []).map((raw) => toEntry(raw, file, provider, service));
}

function toEntry(raw: RawEntry, file: RawFile, provider: string, service: string): Entry {
  const source = (raw.rows ?? []).map(
    ({ table, ...stated }) => defined({ ...file.tables?.[table], ...stated }) as Source,
  );
  const { rows: _, summary, httpStatus, messages, deprecated, ...rest } = raw;
  const statuses = [...(httpStatus ?? []), ...source.flatMap((one) => one.httpStatus ?? [])];
  const said = [...(messages ?? []), ...source.flatMap((one) => one.message ?? [])];
  return defined({
    provider,
    service,
    ...rest,
    httpStatus: [...new Set(statuses)],
    messages: [...new Set(said)],
    summary: summary ?? {},
    deprecated: deprecated === true ? {} : deprecated || undefined,
    source,
  }) as Entry;
}

function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}
