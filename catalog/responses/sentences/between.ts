import { type Finding, fieldsOf } from "./sentence.ts";

/**
 * Reads sentences whose message reaches from one pattern to another on the same line; both are global and have groups
 * named after fields (flag `d`). Takes time in proportion to the length, however many beginnings have no end.
 */
export function readBetween(text: string, beginning: RegExp, end: RegExp, provider: string): Finding[] {
  const findings: Finding[] = [];
  const ends = [...text.matchAll(end)];
  let next = 0;
  for (const match of text.matchAll(beginning)) {
    const start = match.index + match[0].length;
    if (start < (findings.at(-1)?.end ?? 0)) continue;
    while ((ends[next]?.index ?? Number.POSITIVE_INFINITY) < start) next++;
    const found = ends[next];
    if (!found || found.index - start > maximumMessage) continue;
    const value = text.slice(start, found.index).trimEnd();
    if (value.includes("\n")) continue;
    const message = value === "" ? {} : { message: { value, start, end: start + value.length } };
    findings.push({
      start: match.index,
      end: found.index + found[0].length,
      fields: { ...fieldsOf(match), ...message, ...fieldsOf(found) },
      provider,
      isSure: true,
    });
  }
  return findings;
}

/** The maximum length of a message, in UTF-16 units. */
const maximumMessage = 2000;
