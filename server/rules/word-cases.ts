import type { Catalog } from "../../catalog/model/catalog.ts";

/** A word is a provider's own in a case that so many of its codes have, and so much of those with the word in any case. */
const minimum = { codes: 3, share: 0.05 };

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
  const lower = word.toLowerCase();
  let [same, all] = [0, 0];
  for (const code of catalog.officialCodes) {
    if (!code.toLowerCase().includes(lower)) continue;
    const found = casedWordsOf(code).filter((one) => one.toLowerCase() === lower);
    if (found.length === 0 || !catalog.providersOf(code).includes(provider)) continue;
    all++;
    if (found.includes(word)) same++;
  }
  return same >= minimum.codes && same >= all * minimum.share;
}

/** Returns the words of a code as they are written: `InvalidVPCId` → Invalid, VPC, Id. */
function casedWordsOf(code: string): string[] {
  return code.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
}
