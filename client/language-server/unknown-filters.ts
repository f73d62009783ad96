import {
  type UnknownFiltersParams,
  type UnknownFiltersResult,
  unknownFiltersRequest,
} from "../../server/protocol/index.ts";
import { plainText } from "./plain-text.ts";
import type { Server } from "./server.ts";

/** Returns what is wrong with the first filter of a query whose value does not exist; undefined if there is none. */
export async function unknownFilterIn(
  server: Server,
  query: string,
): Promise<UnknownFiltersResult[number] | undefined> {
  // Without a colon or an at sign, a query has no filters.
  if (!/[:@]/.test(query)) return undefined;
  const params: UnknownFiltersParams = { query, ...server.place.origin };
  const [first] = await server.sendRequest<UnknownFiltersResult>(unknownFiltersRequest, params);
  return first && { problem: plainText(first.problem), remedy: plainText(first.remedy) };
}
