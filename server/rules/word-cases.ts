import type { Catalog } from "../../catalog/model/catalog.ts";

/** A word that so many codes of a provider have in the same case is its own in that case. */
const minimumCodes = 3;

/**
 * Whether a provider writes the words in which a text differs from a code by their case alone, such as `Id` for `ID`, so
 * in several of its codes: then the text may be one more of them.
 */
export function isOwnCase(written: string, code: string, provider: string, catalog: Catalog): boolean {
  const official = new Set(casedWordsOf(code));
  const differing = casedWordsOf(written).filter((word) => !official.has(word));
  return differing.length > 0 && differing.every((word) => isWordOf(word, provider, catalog));
}

function isWordOf(word: string, provider: string, catalog: Catalog): boolean {
  let count = 0;
  for (const code of catalog.officialCodes) {
    if (!code.includes(word) || !casedWordsOf(code).includes(word)) continue;
    if (catalog.providersOf(code).includes(provider) && ++count >= minimumCodes) return true;
  }
  return false;
}

/** Returns the words of a code as they are written: `InvalidVPCId` → Invalid, VPC, Id. */
function casedWordsOf(code: string): string[] {
  return code.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
}
