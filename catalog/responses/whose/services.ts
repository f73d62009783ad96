import type { Entry } from "../../model/entry.ts";
import type { ErrorRecord } from "../records.ts";

/** Returns how much speaks for the service of an entry: the service that the error names, or its name in the text. */
export function serviceScore({ service }: Entry, { fields, entry }: ErrorRecord): number {
  const pattern = patternOf(service);
  if (fields.service && pattern.test(fields.service.value)) return 4;
  if (fields.host && pattern.test(fields.host.value)) return 3;
  return pattern.test(beginningOf(entry)) ? 2 : 0;
}

/** Whether a text names the service of an entry. */
export function isServiceNamed({ service }: Entry, text: string): boolean {
  return patternOf(service).test(beginningOf(text));
}

/** In so many UTF-16 units of a text, the names of services are looked for: every error looks for those of its code. */
const maximumLength = 20_000;

function beginningOf(text: string): string {
  return text.length > maximumLength ? text.slice(0, maximumLength) : text;
}

const patterns = new Map<string, RegExp>();

/** The ids of services whose names are ordinary words. */
const ordinary = new Set([
  "common",
  "sdk",
  "events",
  "logs",
  "monitor",
  "organization",
  "doc",
  "face",
  "traffic",
  "vm",
]);

function patternOf(service: string): RegExp {
  let pattern = patterns.get(service);
  if (!pattern) {
    const letters = service.replace(/\W/g, "\\$&");
    pattern = ordinary.has(service) ? /(?!)/ : new RegExp(`(?<![a-z\\d])${letters}(?![a-z\\d])`, "i");
    patterns.set(service, pattern);
  }
  return pattern;
}
