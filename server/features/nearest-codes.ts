import type { Catalog } from "../../catalog/model/catalog.ts";
import { minimumCorrectionLength } from "../../catalog/search/spelling/speller.ts";
import type { Project } from "../configuration/project.ts";

/** How many of the nearest codes are shown. */
const maximumCodes = 3;

/**
 * Returns the official codes that may be meant by a text that is none: those that a finding suggests, else those of
 * the providers that are spelled alike, else those that extend the text or end with it (`AuthFailure.TokenFailure` for
 * `TokenFailure`), else the family that it is in. If no provider is given, codes of all are searched.
 */
export function nearestCodes(
  text: string,
  providers: readonly string[],
  suggestions: readonly string[],
  { catalog, speller }: Project,
): string[] {
  if (suggestions.length > 0) return suggestions.slice(0, maximumCodes);
  const isOwn = (code: string) =>
    providers.length === 0 || catalog.providersOf(code).some((owner) => providers.includes(owner));
  const alike = speller
    .nearest(text)
    .filter(({ code }) => code.length >= minimumCorrectionLength && isOwn(code))
    .map(({ code }) => code);
  const found = alike.length > 0 ? alike : relatedCodes(text, providers, isOwn, catalog);
  return found.slice(0, maximumCodes);
}

/** Returns the codes of which a text is the family or the last part, else the nearest family that the text is in. */
function relatedCodes(
  text: string,
  providers: readonly string[],
  isOwn: (code: string) => boolean,
  catalog: Catalog,
): string[] {
  const isPart = (code: string) => code.startsWith(`${text}.`) || code.endsWith(`.${text}`);
  const longer = catalog.officialCodes.filter((code) => isPart(code) && isOwn(code));
  if (longer.length > 0)
    return longer.sort((a, b) => Number(catalog.hasEntry(b)) - Number(catalog.hasEntry(a)));
  return providers.length > 0 ? familiesOf(text, providers, catalog).slice(0, 1) : [];
}

/** Returns the dotted families of a code that are codes of one of the providers themselves, the nearest first. */
export function familiesOf(code: string, providers: readonly string[], catalog: Catalog): string[] {
  const families = code.split(".").map((_, index, parts) => parts.slice(0, -1 - index).join("."));
  return families.filter((one) => catalog.providersOf(one).some((owner) => providers.includes(owner)));
}
