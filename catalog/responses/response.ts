import { XMLParser } from "fast-xml-parser";
import type { Catalog } from "../model/catalog.ts";
import type { Entry, ResponseShape } from "../model/entry.ts";
import { isDistinctive } from "../model/words.ts";
import { matchTemplate, normalizeMessage, toTemplate } from "../search/message-template.ts";

/** What an error response, an exception's text or a log line says; `entries` are what the catalog knows of its code. */
export interface Explained {
  code: string;
  /** The concrete message, where there is one. */
  message?: string;
  requestId?: string;
  entries: readonly Entry[];
}

type Parts = Omit<Explained, "entries">;

/** More than this is no single answer, and looking through it would take long. */
const maximumLength = 200_000;

/** Reads error responses (JSON or XML of any provider), SDK exception texts and log lines; empty where none is seen. */
export function explainResponse(input: string, catalog: Catalog): Explained[] {
  const text = input.slice(0, maximumLength);
  const structured = [
    ...jsonIn(text).flatMap((value) => byShape(value, "json", catalog)),
    ...xmlIn(text).flatMap((value) => byShape(value, "xml", catalog)),
  ];
  const found = structured.length > 0 ? structured : byText(text, catalog);
  const named = providersIn(text, catalog);
  return unique(found.map((one) => explain(one, named, catalog)));
}

/** The entries of a code: those of the providers that both its shape and its surroundings speak for, as far as they do. */
function explain({ parts, providers = [] }: Found, named: string[], catalog: Catalog): Explained {
  const known = catalog.get(parts.code);
  const both = providers.filter((provider) => named.includes(provider));
  const narrowed = [both, providers, named]
    .map((some) => known.filter(({ provider }) => some.includes(provider)))
    .find((entries) => entries.length > 0);
  return { ...parts, entries: byMessage(narrowed ?? known, parts.message) };
}

/** Entries of one code, those first whose own message the concrete one was made of. */
function byMessage(entries: readonly Entry[], message: string | undefined): readonly Entry[] {
  if (message === undefined || entries.length < 2) return entries;
  const concrete = normalizeMessage(message);
  const scoreOf = ({ messages }: Entry) =>
    Math.max(
      0,
      ...messages.map((one) => {
        const template = toTemplate(one);
        return template ? matchTemplate(template, concrete) : 0;
      }),
    );
  return entries.toSorted((a, b) => scoreOf(b) - scoreOf(a));
}

function unique(all: Explained[]): Explained[] {
  const keys = new Map(all.toReversed().map((one) => [`${one.code} ${one.requestId ?? ""}`, one]));
  return [...keys.values()].reverse();
}

interface Found {
  parts: Parts;
  /** Whose shape it has, best first; undefined where the shape tells nothing. */
  providers?: string[];
}

/** The parts of a response by the shape that reads most of it; among several those whose provider knows the code. */
function byShape(value: unknown, format: ResponseShape["format"], catalog: Catalog): Found[] {
  const fitting = catalog.providers.flatMap(({ id, responses }) =>
    responses.flatMap((shape) => {
      const parts = shape.format === format ? partsOf(value, shape) : undefined;
      return parts ? [{ id, parts, size: Object.keys(parts).length }] : [];
    }),
  );
  const isKnown = ({ id, parts }: (typeof fitting)[number]) =>
    catalog.get(parts.code).some(({ provider }) => provider === id);
  const knowing = fitting.filter(isKnown);
  // A bare number is a status or a flag more often than a code, unless a catalog says otherwise.
  const isTelling = ({ code }: Parts) => /\D/.test(code) || catalog.knows(code);
  const candidates = knowing.length > 0 ? knowing : fitting.filter(({ parts }) => isTelling(parts));
  const [best] = candidates.toSorted((a, b) => b.size - a.size);
  if (best) {
    const fullest = knowing.filter(({ size }) => size === best.size);
    return [{ parts: best.parts, providers: [...new Set(fullest.map(({ id }) => id))] }];
  }
  const parts = generic(value);
  return parts && isTelling(parts) ? [{ parts }] : [];
}

function partsOf(value: unknown, { code, message, requestId }: ResponseShape): Parts | undefined {
  return toParts(
    textAt(value, code),
    message && textAt(value, message),
    requestId && textAt(value, requestId),
  );
}

function toParts(code?: string, message?: string, requestId?: string): Parts | undefined {
  // AWS writes the type's whole name: `com.amazonaws.dynamodb#ThrottlingException`, or a URL behind a colon.
  const bare = code
    ?.replace(/^.*#/, "")
    .replace(/:https?:.*$/, "")
    .trim();
  if (!bare || !/^[\p{L}\d][\w.:-]{0,199}$/u.test(bare)) return undefined;
  return { code: bare, ...(message ? { message } : {}), ...(requestId ? { requestId } : {}) };
}

function textAt(value: unknown, path: string): string | undefined {
  const found = path
    .split(".")
    .reduce<unknown>(
      (one, key) => (typeof one === "object" ? (one as Record<string, unknown> | null)?.[key] : undefined),
      value,
    );
  return typeof found === "string" || typeof found === "number" ? String(found) : undefined;
}

const codeKey = /^(?:error_?)?code$|^__type$/i;
const messageKey = /^(?:error_?)?(?:message|msg)$/i;
const requestKey = /^(?:x-\w+-)?request_?-?id$/i;

/** The parts of a response of no known shape: an object with a key that names a code, and an id from anywhere. */
function generic(value: unknown): Parts | undefined {
  const objects = objectsIn(value);
  const requestId = objects.map((one) => textUnder(one, requestKey)).find(Boolean);
  for (const one of objects) {
    const parts = toParts(textUnder(one, codeKey), textUnder(one, messageKey), requestId);
    if (parts) return parts;
  }
  return undefined;
}

/** A value's objects, itself first, to some depth. */
function objectsIn(value: unknown, depth = 0): object[] {
  if (typeof value !== "object" || value === null || depth > 6) return [];
  return [value, ...Object.values(value).flatMap((one) => objectsIn(one, depth + 1))];
}

function textUnder(value: object, key: RegExp): string | undefined {
  const found = Object.entries(value).find(([name, one]) => key.test(name) && typeof one === "string");
  return found?.[1] as string | undefined;
}

/** Each brace that closes nowhere is looked for to the end of the text; so many are enough. */
const maximumBraces = 100;

/** The JSON objects in a text, outermost ones only. */
function jsonIn(text: string): unknown[] {
  const found: unknown[] = [];
  let start = text.indexOf("{");
  for (let braces = 0; start >= 0 && braces < maximumBraces && found.length < 10; braces++) {
    const end = closing(text, start);
    const value = end === undefined ? undefined : parse(text.slice(start, end));
    if (value !== undefined) found.push(value);
    start = text.indexOf("{", value === undefined || end === undefined ? start + 1 : end);
  }
  return found;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What stands between braces in a log is often no JSON.
    return undefined;
  }
}

/** Where the brace at `start` is closed, quotes taken into account. */
function closing(text: string, start: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (quoted && char === "\\") at++;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && char === "{") depth++;
    else if (!quoted && char === "}" && --depth === 0) return at + 1;
  }
  return undefined;
}

/** The XML in a text as nested objects, without attributes; entities of a document's own are not expanded. */
function xmlIn(text: string): unknown[] {
  const start = text.search(/<(?:\?xml|[A-Za-z]\w*[\s>])/);
  if (start < 0 || !/<Code>/i.test(text)) return [];
  const end = text.lastIndexOf(">") + 1;
  try {
    const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, processEntities: true });
    return [parser.parse(text.slice(start, end).replace(/<!DOCTYPE[^>]*>/gi, ""))];
  } catch {
    // A cut-off document is read as text instead.
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

/** The parts of a text that is no structure: an SDK exception as printed, a log line, a message alone. */
function byText(text: string, catalog: Catalog): Found[] {
  const raised = botocore.exec(text)?.groups;
  if (raised) {
    const parts = toParts(raised.code, raised.message, requestField.exec(text)?.groups?.value);
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
  if (parts && (catalog.knows(parts.code) || isDistinctive(parts.code))) return [{ parts }];
  return [...new Set(text.match(/(?<![\w.-])[A-Za-z]\w*(?:[.-]\w+)*(?![\w-])/g))]
    .filter((word) => isDistinctive(word) && catalog.has(word))
    .slice(0, 10)
    .map((code) => ({ parts: { code, ...(requestId ? { requestId } : {}) } }));
}

/** The providers that a text names: by alias, as in the name of an SDK's exception, or by host. */
function providersIn(text: string, { providers }: Catalog): string[] {
  const lower = text.toLowerCase();
  return providers
    .filter(({ aliases, hosts }) =>
      [...aliases, ...hosts].some((name) => name.length > 2 && lower.includes(name.toLowerCase())),
    )
    .map(({ id }) => id);
}
