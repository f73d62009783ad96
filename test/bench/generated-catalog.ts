import type { CatalogData, Entry } from "../../catalog/model/entry.ts";
import type { LocalizedText } from "../../catalog/text/localized-text.ts";

/**
 * Returns a catalog of many entries: those of the built-in one, and others made of their parts, so that words, lengths
 * and prefixes are spread as they are there. The same size always gives the same catalog.
 */
export function generatedCatalog(data: CatalogData, size: number): CatalogData {
  const random = randomNumbers(size);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const codes = new Set(data.entries.map(({ code }) => code));
  const entries = data.entries.slice(0, size);
  while (entries.length < size) {
    const [head, tail, service] = [pick(data.entries), pick(data.entries), pick(data.services)];
    const code = joined(head, tail, codes.has(joined(head, tail)) ? pick(data.entries) : undefined);
    if (codes.has(code) || code.length > 100) continue;
    codes.add(code);
    entries.push({
      ...head,
      code,
      provider: service.provider,
      service: service.service,
      httpStatus: tail.httpStatus,
      messages: head.messages.map((message) => halves(message, tail.messages[0] ?? message)),
      summary: mixed(head.summary, tail.summary),
    });
  }
  return { ...data, entries };
}

/** Joins the family of one code to the end of another, and the end of a third where that exists already. */
function joined(head: Entry, tail: Entry, third?: Entry): string {
  const last = (code: string) => code.slice(code.lastIndexOf(".") + 1);
  const separator = head.code.includes("_") ? "_" : ".";
  const family = head.code.split(separator)[0] ?? head.code;
  return `${family}${separator}${last(tail.code)}${third ? last(third.code) : ""}`;
}

function mixed(a: LocalizedText, b: LocalizedText): LocalizedText {
  return {
    en: halves(a.en ?? "", b.en ?? ""),
    "zh-CN": (a["zh-CN"] ?? "").slice(0, 8) + (b["zh-CN"] ?? "").slice(-8),
  };
}

function halves(a: string, b: string): string {
  const [first, second] = [a.split(" "), b.split(" ")];
  return [
    ...first.slice(0, Math.ceil(first.length / 2)),
    ...second.slice(Math.floor(second.length / 2)),
  ].join(" ");
}

/** Returns a function for numbers from 0 to 1, always the same for the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}
