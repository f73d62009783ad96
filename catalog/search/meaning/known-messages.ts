import type { Catalog } from "../../model/catalog.ts";
import type { Entry } from "../../model/entry.ts";
import { hashesOf } from "./message-hash.ts";

/** A longer text is not searched, in UTF-16 units. */
const maximumLength = 4000;

/**
 * Returns the entries of the codes with which an API returns a message, of one provider or of all; none if no vendor's
 * message has its words. The catalog has no such messages, only the hashes of their words.
 */
export function codesOfMessage(message: string, catalog: Catalog, provider?: string): Entry[] {
  if (message.length > maximumLength) return [];
  for (const hashes of hashesOf(message)) {
    const found = new Set(hashes.flatMap((hash) => entriesWith(hash, catalog)));
    const wanted = [...found].filter((entry) => provider === undefined || entry.provider === provider);
    if (wanted.length > 0) return wanted;
  }
  return [];
}

function entriesWith(hash: number, { layers }: Catalog): Entry[] {
  return layers.flatMap((layer) =>
    [...layer.table.entriesWithMessageHash(hash)]
      .filter((index) => !layer.hidden.has(index))
      .map((index) => layer.entry(index)),
  );
}
