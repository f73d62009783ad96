import * as v from "valibot";
import type { LocalizedText } from "../text/localized-text.ts";
import { type Kind, kinds, type Retry, retries } from "./terms.ts";

const withDescription = <S extends v.GenericSchema>(schema: S, description: string) =>
  v.pipe(schema, v.description(description));

const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case letters and digits, joined by '-'"),
);
/** The maximum length of a text in a catalog file, in UTF-16 units. */
export const maximumText = 2000;

const line = v.pipe(v.string(), v.trim(), v.nonEmpty("must not be empty"), v.maxLength(maximumText));
const code = v.pipe(v.string(), v.nonEmpty("must not be empty"), v.maxLength(200));
const status = v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599));
const url = v.pipe(v.string(), v.regex(/^https:\/\/\S+$/, "must be an https URL"));

/** A text in one or both languages, or in another one; a plain string is English. */
const text = v.pipe(
  v.union([
    line,
    v.strictObject({ en: v.optional(line), "zh-CN": v.optional(line), other: v.optional(line) }),
  ]),
  v.transform((value): LocalizedText => (typeof value === "string" ? { en: value } : value) as LocalizedText),
);

/** An address, or one for each language in which the page can be had. */
const link = v.pipe(
  v.union([url, v.strictObject({ en: v.optional(url), "zh-CN": v.optional(url) })]),
  v.transform((value): LocalizedText => (typeof value === "string" ? { en: value } : value) as LocalizedText),
);

/** A list, or a single item in place of a list of one. */
const oneOrMany = <S extends v.GenericSchema<unknown, string | number>>(item: S) =>
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
  code: withDescription(code, "The code, verbatim, even if the provider misspells it."),
  concept: withDescription(v.optional(id), "The id of the concept: what the code means across providers."),
  summary: withDescription(v.optional(text), "What happened, in one sentence."),
  httpStatus: withDescription(v.optional(oneOrMany(status)), "The HTTP statuses it is returned with."),
  messages: withDescription(
    v.optional(oneOrMany(line)),
    "Messages as the API returns them, with their placeholders.",
  ),
  rows: withDescription(
    v.optional(v.array(row)),
    "The source rows that list it: ids of tables, or a table with the status and message of the row.",
  ),
  kind: withDescription(v.optional(kind), "Overrides the concept's kind."),
  retry: withDescription(v.optional(retry), "Overrides the concept's advice on retrying."),
  cause: withDescription(v.optional(text), "Overrides the concept's cause."),
  fix: withDescription(v.optional(text), "Overrides the concept's advice."),
  officialMisspelling: withDescription(
    v.optional(v.boolean()),
    "Whether the provider itself misspells the code.",
  ),
  deprecated: withDescription(
    v.optional(v.union([v.boolean(), v.strictObject({ use: v.optional(code) })])),
    "Whether the provider has withdrawn the code; `use` names the code that replaces it.",
  ),
});

const response = v.strictObject({
  format: v.picklist(["json", "xml"]),
  code: line,
  message: v.optional(line),
  requestId: v.optional(line),
});

const requestIdForm = v.pipe(
  line,
  v.regex(
    /^(?:[HhAB](?:\{\d{1,3}\}|\+$)|[^HhAB{}+])+$/,
    "must consist of characters and of H, h, A or B with a count, such as H{24}",
  ),
);

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
  sharedFamilies: withDescription(
    v.optional(v.array(line), []),
    "Prefixes whose valid codes are all in the common list, so that any other code with the prefix is wrong.",
  ),
  partial: withDescription(
    v.optional(v.array(v.union([id, v.literal("*")])), []),
    "Services of which the catalog has only some of the codes, `*` for all: a variant of a code may be official too.",
  ),
  looseSpelling: withDescription(
    v.optional(v.boolean(), false),
    "Whether the provider's own SDKs write its codes in another case and with other separators.",
  ),
  imports: withDescription(
    v.optional(v.array(line), []),
    "SDK packages whose import shows that a file uses the provider.",
  ),
  hosts: withDescription(
    v.optional(v.array(line), []),
    "API host names, without subdomains, and other names that only its configurations contain.",
  ),
  frequentCodes: withDescription(
    v.optional(v.array(v.array(code))),
    "The codes that programs handle most: groups by order of magnitude, the most frequent first, three at most.",
  ),
  traces: withDescription(
    v.optional(
      v.strictObject({
        texts: v.optional(v.array(line), []),
        products: v.optional(v.array(line), []),
        requestIds: v.optional(v.array(requestIdForm), []),
      }),
    ),
    "What shows that a text is of the provider: names in headers and exceptions, names of products that no other provider has, and forms of request IDs.",
  ),
  responses: withDescription(
    v.optional(v.array(response), []),
    "Shapes of its error responses: dotted paths to the code, the message and the request ID.",
  ),
});

const concept = v.strictObject({ id, name: text, kind, retry, cause: text, fix: text });

const table = v.strictObject({
  document: line,
  section: v.optional(v.string()),
  date: v.optional(v.string()),
  url: v.optional(url),
});

/** The format of all catalog files, built-in and users' own: a provider, one of its services, and concepts. */
export const fileSchema = v.strictObject({
  version: withDescription(v.literal(1), "The version of this format."),
  provider: withDescription(
    v.optional(v.union([id, provider])),
    "The provider of these codes: its id, or its description.",
  ),
  service: withDescription(
    v.optional(id),
    "The product that the codes belong to; `common` if none is given.",
  ),
  name: withDescription(v.optional(text), "The product's name."),
  link: withDescription(
    v.optional(link),
    "The vendor's page about these codes, or one for each language; `{code}` stands for the code.",
  ),
  tables: withDescription(v.optional(v.record(id, table)), "The source tables that rows refer to, by id."),
  entries: withDescription(v.optional(v.array(entry)), "The codes."),
  concepts: withDescription(v.optional(v.array(concept)), "The concepts: what codes mean across providers."),
});

export type RawFile = v.InferOutput<typeof fileSchema>;
export type RawEntry = NonNullable<RawFile["entries"]>[number];

/** A provider whose APIs return error codes. */
export type Provider = v.InferOutput<typeof provider>;

/** What a code means across providers. */
export type Concept = v.InferOutput<typeof concept>;
