import { groupBy } from "../model/group-by.ts";

/** A look-up as the user typed it: filters, and the words that are left. */
export interface Query {
  text: string;
  /** Wanted values by filter; an entry must match one value of each. */
  filters: Map<Filter, string[]>;
}

/** What a look-up can be narrowed by. */
export type Filter = "provider" | "service" | "status" | "kind" | "retry" | "concept";

const filter =
  /(?<!\S)(?:(?<key>provider|service|status|kind|retry|concept):(?<value>\S+)|@(?<provider>[\p{L}\p{N}-]+))(?!\S)/giu;

/** Reads the filters out of a look-up: `@tencent status:403 retry:backoff expired`. */
export function parseQuery(input: string): Query {
  const found: [Filter, string][] = [];
  const text = input.replace(filter, (...match) => {
    const { key, value, provider } = match.at(-1) as Record<string, string | undefined>;
    if (provider !== undefined) found.push(["provider", provider.toLowerCase()]);
    else if (key !== undefined && value !== undefined)
      found.push([key.toLowerCase() as Filter, value.toLowerCase()]);
    return " ";
  });
  const groups = groupBy(found, ([key]) => key);
  const filters = new Map([...groups].map(([key, values]) => [key, values.map(([, value]) => value)]));
  return { text: text.replace(/\s+/g, " ").trim(), filters };
}
