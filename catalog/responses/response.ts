import { XMLParser } from "fast-xml-parser";
import type { Catalog } from "../model/catalog.ts";
import type { Entry, ResponseShape } from "../model/entry.ts";
import { isDistinctive } from "../model/words.ts";
import { matchTemplate, normalizeMessage, toTemplate } from "../search/message-template.ts";

/** The parts of an error response, an exception text or a log line; `entries` are the catalog's entries of its code. */
export interface ResponseCode {
  code: string;
  /** The concrete message, if there is one. */
  message?: string;
  requestId?: string;
  entries: readonly Entry[];
}

type Parts = Omit<ResponseCode, "entries">;

/** In UTF-16 units: a longer text is not a single response, and searching it would take too long. */
const maximumLength = 200_000;

/**
 * Extracts the error codes from error responses (JSON or XML of any provider), SDK exception texts and log lines, with
 * their messages and request IDs. Returns an empty list if there are none.
 */
export function codesInResponse(input: string, catalog: Catalog): ResponseCode[] {
  const text = input.slice(0, maximumLength);
  const structured = [
    ...jsonIn(text).flatMap((value) => parseStructure(value, "json", catalog)),
    ...xmlIn(text).flatMap((value) => parseStructure(value, "xml", catalog)),
  ];
  const found = structured.length > 0 ? structured : parseText(text, catalog);
  const namedProviders = providersIn(text, catalog);
  return unique(found.map((one) => explain(one, namedProviders, catalog)));
}

/** Adds the entries of the code, narrowed where possible to providers that its shape and the text around it indicate. */
function explain({ parts, providers = [] }: Found, namedProviders: string[], catalog: Catalog): ResponseCode {
  const known = catalog.entriesOf(parts.code);
  const both = providers.filter((provider) => namedProviders.includes(provider));
  const narrowed = [both, providers, namedProviders]
    .map((ids) => known.filter(({ provider }) => ids.includes(provider)))
    .find((entries) => entries.length > 0);
  return { ...parts, entries: sortByMessage(narrowed ?? known, parts.message) };
}

/** Sorts the entries of one code: those first whose message template matches the concrete message best. */
function sortByMessage(entries: readonly Entry[], message: string | undefined): readonly Entry[] {
  if (message === undefined || entries.length < 2) return entries;
  const concrete = normalizeMessage(message);
  const scoreOf = ({ messages }: Entry) =>
    Math.max(
      0,
      ...messages.map((text) => {
        const template = toTemplate(text);
        return template ? matchTemplate(template, concrete) : 0;
      }),
    );
  return entries.toSorted((a, b) => scoreOf(b) - scoreOf(a));
}

/** Keeps the first of those with the same code and request ID. */
function unique(all: ResponseCode[]): ResponseCode[] {
  const keys = new Map(all.toReversed().map((one) => [`${one.code} ${one.requestId ?? ""}`, one]));
  return [...keys.values()].reverse();
}

interface Found {
  parts: Parts;
  /** The providers whose response shape it has; undefined if the shape does not indicate any. */
  providers?: string[];
}

/** Parses a response by the shape that covers most of its parts; shapes of providers that have the code take precedence. */
function parseStructure(value: unknown, format: ResponseShape["format"], catalog: Catalog): Found[] {
  const matches = catalog.providers.flatMap(({ id, responses }) =>
    responses.flatMap((shape) => {
      const parts = shape.format === format ? partsOf(value, shape) : undefined;
      return parts ? [{ id, parts, size: Object.keys(parts).length }] : [];
    }),
  );
  const isKnown = ({ id, parts }: (typeof matches)[number]) =>
    catalog.entriesOf(parts.code).some(({ provider }) => provider === id);
  const knownMatches = matches.filter(isKnown);
  // A bare number is more often a status or a flag than a code, unless the catalog lists it.
  const isPlausible = ({ code }: Parts) => /\D/.test(code) || catalog.isOfficial(code);
  const candidates =
    knownMatches.length > 0 ? knownMatches : matches.filter(({ parts }) => isPlausible(parts));
  const [best] = candidates.toSorted((a, b) => b.size - a.size);
  if (best) {
    const fullest = knownMatches.filter(({ size }) => size === best.size);
    return [{ parts: best.parts, providers: [...new Set(fullest.map(({ id }) => id))] }];
  }
  const parts = parseGeneric(value);
  return parts && isPlausible(parts) ? [{ parts }] : [];
}

function partsOf(value: unknown, { code, message, requestId }: ResponseShape): Parts | undefined {
  return toParts(
    textAt(value, code),
    message && textAt(value, message),
    requestId && textAt(value, requestId),
  );
}

function toParts(code?: string, message?: string, requestId?: string): Parts | undefined {
  // AWS qualifies the type: `com.amazonaws.dynamodb#ThrottlingException`, or appends a URL after a colon.
  const bareCode = withoutUrl(code?.replace(/^.*#/, "") ?? "").trim();
  if (!bareCode || !/^[\p{L}\d][\w.:-]{0,199}$/u.test(bareCode)) return undefined;
  return { code: bareCode, ...(message ? { message } : {}), ...(requestId ? { requestId } : {}) };
}

/** Returns a text without the address that ends its last line. */
function withoutUrl(text: string): string {
  const at = text.search(/:https?:/);
  return at < 0 || /[\r\n]/.test(text.slice(at)) ? text : text.slice(0, at);
}

function textAt(value: unknown, path: string): string | undefined {
  const found = path
    .split(".")
    .reduce<unknown>(
      (one, key) =>
        typeof one === "object" && one !== null && Object.hasOwn(one, key)
          ? (one as Record<string, unknown>)[key]
          : undefined,
      value,
    );
  return typeof found === "string" || typeof found === "number" ? String(found) : undefined;
}

const codeKey = /^(?:error_?)?code$|^__type$/i;
const messageKey = /^(?:error_?)?(?:message|msg)$/i;
const requestKey = /^(?:x-\w+-)?request_?-?id$/i;

/** Parses a response of unknown shape: an object with a key that names a code, and a request ID from anywhere. */
function parseGeneric(value: unknown): Parts | undefined {
  const objects = objectsIn(value);
  const requestId = objects.map((one) => textUnder(one, requestKey)).find(Boolean);
  for (const one of objects) {
    const parts = toParts(textUnder(one, codeKey), textUnder(one, messageKey), requestId);
    if (parts) return parts;
  }
  return undefined;
}

/** Returns a value and its nested objects, the value first, down to a limited depth. */
function objectsIn(value: unknown, depth = 0): object[] {
  if (typeof value !== "object" || value === null || depth > 6) return [];
  return [value, ...Object.values(value).flatMap((one) => objectsIn(one, depth + 1))];
}

function textUnder(value: object, key: RegExp): string | undefined {
  const found = Object.entries(value).find(([name, one]) => key.test(name) && typeof one === "string");
  return found?.[1] as string | undefined;
}

/** The number of tries is limited because an unclosed brace is searched for to the end of the text. */
const maximumBraces = 100;

/** Parses the JSON objects in a text, outermost ones only. */
function jsonIn(text: string): unknown[] {
  const found: unknown[] = [];
  let start = text.indexOf("{");
  for (let braces = 0; start >= 0 && braces < maximumBraces && found.length < 10; braces++) {
    const end = endOfObject(text, start);
    const value = end === undefined ? undefined : parseJson(text.slice(start, end));
    if (value !== undefined) found.push(value);
    start = text.indexOf("{", value === undefined || end === undefined ? start + 1 : end);
  }
  return found;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Text between braces in a log is often not JSON.
    return undefined;
  }
}

/** Returns the offset after the brace that closes the one at `start`, ignoring braces in quotes, or undefined. */
function endOfObject(text: string, start: number): number | undefined {
  let depth = 0;
  let isQuoted = false;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (isQuoted && char === "\\") at++;
    else if (char === '"') isQuoted = !isQuoted;
    else if (!isQuoted && char === "{") depth++;
    else if (!isQuoted && char === "}" && --depth === 0) return at + 1;
  }
  return undefined;
}

/** Parses the XML in a text into nested objects, without attributes. Entities that the document declares are not expanded. */
function xmlIn(text: string): unknown[] {
  const start = text.search(/<(?:\?xml|[A-Za-z]\w*[\s>])/);
  if (start < 0 || !/<Code>/i.test(text)) return [];
  const end = text.lastIndexOf(">") + 1;
  try {
    const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, processEntities: true });
    return [parser.parse(text.slice(start, end).replace(/<!DOCTYPE[^>]*>/gi, ""))];
  } catch {
    // A truncated document is parsed as plain text instead.
    return [];
  }
}

const field = (names: string) =>
  new RegExp(String.raw`(?<![\w-])["']?(?:${names})["']?\s*[:=>]+\s*["']?(?<value>[^\s"',;<>\])}]+)`, "i");
const codeField = field("error[ _-]?code|err[ _-]?code|code");
const requestField = field("x-\\w+-request-id|request[ _-]?id");
const messageField =
  /(?<![\w-])["']?(?:error[ _-]?)?(?:message|msg)["']?\s*[:=]+\s*["']?(?<value>[^\r\n]{1,2000})/i;
const botocore =
  /An error occurred \((?<code>[\w.]+)\) when calling the \w+ operation(?: \([^)]*\))?: (?<message>[^\r\n]*)/;

/** Parses unstructured text: a printed SDK exception, a log line, or a message alone. */
function parseText(text: string, catalog: Catalog): Found[] {
  const exception = botocore.exec(text)?.groups;
  if (exception) {
    const parts = toParts(exception.code, exception.message, requestField.exec(text)?.groups?.value);
    return parts ? [{ parts, providers: ["aws"] }] : [];
  }
  const message = messageField
    .exec(text)
    ?.groups?.value?.replace(/[,;\s]*\b(?:request[ _-]?id|code)\s*[:=].*$/i, "");
  const requestId = requestField.exec(text)?.groups?.value;
  const parts = toParts(
    codeField.exec(text)?.groups?.value,
    message?.replace(/["',;\])}\s]+$/, ""),
    requestId,
  );
  if (parts && (catalog.isOfficial(parts.code) || isDistinctive(parts.code))) return [{ parts }];
  return [...new Set(text.match(/(?<![\w.-])[A-Za-z]\w*(?:[.-]\w+)*(?![\w-])/g))]
    .filter((word) => isDistinctive(word) && catalog.hasEntry(word))
    .slice(0, 10)
    .map((code) => ({ parts: { code, ...(requestId ? { requestId } : {}) } }));
}

/** Returns the ids of providers that a text names: by alias, as in an SDK's exception name, or by host. */
function providersIn(text: string, { providers }: Catalog): string[] {
  const lower = text.toLowerCase();
  return providers
    .filter(({ aliases, hosts }) =>
      [...aliases, ...hosts].some((name) => name.length > 2 && lower.includes(name.toLowerCase())),
    )
    .map(({ id }) => id);
}
