import { toVisibleJson } from "../../../../catalog/text/visible-text.ts";
import type { Report } from "../check-result.ts";

/** Formats findings as a JSON array of objects; ranges are zero-based, in UTF-16 code units. */
export function json({ found }: Report): string {
  const objects = found.map(({ line: _, isLikely: __, related, ...rest }) =>
    related.length > 0 ? { ...rest, related } : rest,
  );
  return `${toVisibleJson(objects, 2)}\n`;
}
