import * as v from "valibot";
import { type Kind, kinds, type Retry, retries } from "./terms.ts";
import type { Text } from "./text.ts";

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by '-'"));
const code = v.pipe(v.string(), v.nonEmpty("must not be empty"), v.maxLength(200));
const status = v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599));
const line = v.pipe(v.string(), v.trim(), v.nonEmpty("must not be empty"));
const url = v.pipe(v.string(), v.regex(/^https:\/\/\S+$/, "must be an https URL"));

const text = v.pipe(
  v.union([v.string(), v.strictObject({ en: v.optional(line), "zh-CN": v.optional(line) })]),
  v.transform((value): Text => (typeof value === "string" ? { en: value } : value) as Text),
);

const row = v.pipe(
  v.union([
    v.string(),
    v.strictObject({ table: v.string(), httpStatus: v.optional(status), message: v.optional(line) }),
  ]),
  v.transform((value) => (typeof value === "string" ? { table: value } : value)),
);

const entry = v.strictObject({
  code,
  concept: v.optional(id),
  summary: v.optional(text),
  httpStatus: v.optional(v.array(status)),
  messages: v.optional(v.array(line)),
  rows: v.optional(v.array(row)),
  kind: v.optional(v.picklist(Object.keys(kinds) as Kind[])),
  retry: v.optional(v.picklist(Object.keys(retries) as Retry[])),
  cause: v.optional(text),
  fix: v.optional(text),
  officialMisspelling: v.optional(v.boolean()),
});

/** The shape of a `<service>.yaml`: the codes of one service of one provider. */
export const serviceSchema = v.strictObject({
  version: v.literal(1),
  provider: id,
  service: id,
  name: text,
  link: v.optional(url),
  tables: v.optional(
    v.record(
      id,
      v.strictObject({
        document: line,
        section: v.optional(v.string()),
        date: v.optional(v.string()),
        url: v.optional(url),
      }),
    ),
  ),
  entries: v.array(entry),
});

/** The shape of a `provider.yaml`: who answers with the codes, and how to recognise its code. */
export const providerSchema = v.strictObject({
  version: v.literal(1),
  id,
  name: text,
  aliases: v.optional(v.array(line), []),
  links: v.optional(v.strictObject({ documentation: v.optional(url), console: v.optional(url) }), {}),
  sharedFamilies: v.optional(v.array(line), []),
  imports: v.optional(v.array(line), []),
  hosts: v.optional(v.array(line), []),
});

/** The shape of `concepts.yaml`: what codes mean across providers. */
export const conceptsSchema = v.strictObject({
  version: v.literal(1),
  concepts: v.array(
    v.strictObject({
      id,
      name: text,
      kind: v.picklist(Object.keys(kinds) as Kind[]),
      retry: v.picklist(Object.keys(retries) as Retry[]),
      cause: text,
      fix: text,
    }),
  ),
});

/** Who answers with a code. `sharedFamilies` are prefixes whose every valid code is in the common list. */
export type Provider = Omit<v.InferOutput<typeof providerSchema>, "version">;

/** What a code means across providers. */
export type Concept = v.InferOutput<typeof conceptsSchema>["concepts"][number];

/** A product of a provider, whose codes stand together. */
export interface Service {
  provider: string;
  service: string;
  name: Text;
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
  summary: Text;
  concept?: string;
  kind?: Kind;
  retry?: Retry;
  cause?: Text;
  fix?: Text;
  officialMisspelling?: boolean;
  source: Source[];
}

/** All that is known, as one value that can be written as JSON: what the build makes of the YAML files. */
export interface CatalogData {
  providers: Provider[];
  services: Service[];
  concepts: Concept[];
  entries: Entry[];
  /** Official codes without an entry, by provider: known to be right, though not explained. */
  known: Record<string, string[]>;
  /** How each Chinese character of the texts is typed, without its tone. */
  pinyin: Record<string, string>;
}

type RawService = v.InferOutput<typeof serviceSchema>;
type RawEntry = RawService["entries"][number];

/** The entries of a validated service file; throws where a row names a table that the file does not have. */
export function entriesOf(file: RawService): Entry[] {
  return file.entries.map((raw) => toEntry(raw, file));
}

function toEntry(raw: RawEntry, file: RawService): Entry {
  const source = (raw.rows ?? []).map(({ table, ...stated }): Source => {
    const place = file.tables?.[table];
    if (!place)
      throw new Error(`${file.provider}/${file.service}: ${raw.code} names an unknown table '${table}'`);
    return defined({ ...place, ...stated }) as Source;
  });
  const { rows: _, summary, httpStatus, messages, ...rest } = raw;
  const statuses = [...(httpStatus ?? []), ...source.flatMap((one) => one.httpStatus ?? [])];
  const said = [...(messages ?? []), ...source.flatMap((one) => one.message ?? [])];
  return defined({
    provider: file.provider,
    service: file.service,
    ...rest,
    httpStatus: [...new Set(statuses)],
    messages: [...new Set(said)],
    summary: summary ?? {},
    source,
  }) as Entry;
}

function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}
