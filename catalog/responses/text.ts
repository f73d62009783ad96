import type { Catalog } from "../model/catalog.ts";
import type { Search } from "../search/search.ts";
import { codesInResponse, type ResponseCode } from "./response.ts";

/** Returns the codes in a response; for a message alone, the codes with a message template that it matches. */
export function codesInText(
  text: string,
  { catalog, search }: { catalog: Catalog; search: Search },
): ResponseCode[] {
  const found = codesInResponse(text, catalog);
  if (found.length > 0) return found;
  const message = text.trim();
  return search.findMessage(message).map(({ entry }) => ({ code: entry.code, message, entries: [entry] }));
}
