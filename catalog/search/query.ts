/** A parsed search query: its filters, and the remaining text. */
export interface Query {
  text: string;
  /** The accepted values of each filter, lower-cased; an entry must match one value of each. */
  filters: Map<Filter, string[]>;
}

/** The fields by which a search can be filtered. */
export type Filter = "provider" | "service" | "action" | "status" | "kind" | "retry" | "concept";

const filterPattern =
  /(?<!\S)(?:(?<key>provider|service|action|status|kind|retry|concept):(?<value>\S+)|@(?<provider>[\p{L}\p{N}-]+))(?!\S)/giu;

/** A filter at the end of a query of which no value is written yet. */
const unfinishedFilter = /(?<!\S)(?:@|(?:provider|service|action|status|kind|retry|concept):)$/iu;

/** Parses a search query and separates its filters from its text: `@tencent status:403 retry:backoff expired`. */
export function parseQuery(input: string): Query {
  const found: [Filter, string][] = [];
  const text = input.replace(unfinishedFilter, "").replace(filterPattern, (...match) => {
    const { key, value, provider } = match.at(-1) as Record<string, string | undefined>;
    if (provider !== undefined) found.push(["provider", provider.toLowerCase()]);
    else if (key !== undefined && value !== undefined)
      found.push([key.toLowerCase() as Filter, value.toLowerCase()]);
    return " ";
  });
  const groups = Map.groupBy(found, ([key]) => key);
  const filters = new Map([...groups].map(([key, values]) => [key, values.map(([, value]) => value)]));
  return { text: text.replace(/\s+/g, " ").trim(), filters };
}
