import * as v from "valibot";
import type { LocalizedText } from "./localized-text.ts";
import { type Kind, kinds, type Retry, retries } from "./terms.ts";

const described = <S extends v.GenericSchema>(schema: S, description: string) =>
  v.pipe(schema, v.description(description));

const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case letters and digits, joined by '-'"),
);
const line = v.pipe(v.string(), v.trim(), v.nonEmpty("must not be empty"), v.maxLength(2000));
const code = v.pipe(v.string(), v.nonEmpty("must not be empty"), v.maxLength(200));
const status = v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599));
const url = v.pipe(v.string(), v.regex(/^https:\/\/\S+$/, "must be an https URL"));

/** A text in one or both languages; a bare string is taken as English. */
const text = v.pipe(
  v.union([line, v.strictObject({ en: v.optional(line), "zh-CN": v.optional(line) })]),
  v.transform((value): LocalizedText => (typeof value === "string" ? { en: value } : value) as LocalizedText),
);

/** A list, or its only item. */
const several = <S extends v.GenericSchema<unknown, string | number>>(item: S) =>
  v.pipe(
    v.union([item, v.array(item)]),
    v.transform((value): v.InferOutput<S>[] => (Array.isArray(value) ? value : [value as v.InferOutput<S>])),
  );

const kind = v.picklist(Object.keys(kinds) as Kind[]);
const retry = v.picklist(Object.keys(retries) as Retry[]);

const row = v.pipe(
  v.union([line, v.strictObject({ table: line, httpStatus: v.optional(status), message: v.optional(line) })]),
  v.transform((value) => (typeof value === "string" ? { table: value } : value)),
);

const entry = v.strictObject({
  code: described(code, "The code, verbatim, also where the provider misspells it."),
  concept: described(v.optional(id), "What it means across providers: the id of a concept."),
  summary: described(v.optional(text), "What happened, in one sentence."),
  httpStatus: described(v.optional(several(status)), "The HTTP statuses it comes with."),
  messages: described(v.optional(several(line)), "Messages as the API returns them, placeholders kept."),
  rows: described(
    v.optional(v.array(row)),
    "Where it stands: ids of tables, or a table with what it states.",
  ),
  kind: described(v.optional(kind), "Overrides the concept's kind."),
  retry: described(v.optional(retry), "Overrides the concept's advice on retrying."),
  cause: described(v.optional(text), "Overrides the concept's cause."),
  fix: described(v.optional(text), "Overrides the concept's advice."),
  officialMisspelling: described(v.optional(v.boolean()), "The provider itself spells it wrong."),
  deprecated: described(
    v.optional(v.union([v.boolean(), v.strictObject({ use: v.optional(code) })])),
    "Withdrawn; `use` names the code that took its place.",
  ),
});

const response = v.strictObject({
  format: v.picklist(["json", "xml"]),
  code: line,
  message: v.optional(line),
  requestId: v.optional(line),
});

const provider = v.strictObject({
  id,
  name: text,
  aliases: v.optional(v.array(line), []),
  links: v.optional(
    v.strictObject({
      documentation: v.optional(url),
      console: v.optional(url),
      troubleshooting: v.optional(url),
    }),
    {},
  ),
  sharedFamilies: described(
    v.optional(v.array(line), []),
    "Prefixes whose every valid code is in the common list, so that a stranger in them is wrong.",
  ),
  looseSpelling: described(
    v.optional(v.boolean(), false),
    "The provider's own SDKs write its codes in another case and with other separators.",
  ),
  imports: described(
    v.optional(v.array(line), []),
    "SDK packages whose import shows that a file talks to it.",
  ),
  hosts: described(v.optional(v.array(line), []), "API hosts, without what stands before them."),
  responses: described(
    v.optional(v.array(response), []),
    "Shapes of its error responses: where code, message and request id stand, as dotted paths.",
  ),
});

const concept = v.strictObject({ id, name: text, kind, retry, cause: text, fix: text });

const table = v.strictObject({
  document: line,
  section: v.optional(v.string()),
  date: v.optional(v.string()),
  url: v.optional(url),
});

/** The one format of catalog files, built-in and users': what a file states of a provider, a service, concepts. */
export const fileSchema = v.strictObject({
  version: described(v.literal(1), "The version of this format."),
  provider: described(v.optional(v.union([id, provider])), "Whose codes these are: an id, or who that is."),
  service: described(v.optional(id), "The product they belong to; `common` if none is given."),
  name: described(v.optional(text), "The product's name."),
  link: described(v.optional(url), "The page on these codes."),
  tables: described(v.optional(v.record(id, table)), "The sources that rows name."),
  entries: described(v.optional(v.array(entry)), "The codes."),
  concepts: described(v.optional(v.array(concept)), "What codes mean across providers."),
});

export type RawFile = v.InferOutput<typeof fileSchema>;
export type RawEntry = NonNullable<RawFile["entries"]>[number];

/** Who answers with a code. */
export type Provider = v.InferOutput<typeof provider>;

/** What a code means across providers. */
export type Concept = v.InferOutput<typeof concept>;

/** Where the parts of an error response stand, as dotted paths. */
export type ResponseShape = v.InferOutput<typeof response>;
