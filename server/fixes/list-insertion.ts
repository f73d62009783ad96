import type { Literal } from "../syntax/literal.ts";
import type { Edit } from "./edit.ts";
import { type FixRequest, rootOf } from "./fix-request.ts";
import { isPlainQuoted, quotedLiteralAt, quoteLike } from "./quoted.ts";

/** What stands between two members of a list. */
const separator = /^,\s*$/;

/**
 * Returns the edits that add codes to the list or the arguments of which a literal is a member, behind the last one and
 * written like it; undefined if it is in none, or the members are more than literals.
 */
export function listInsertion(
  request: FixRequest,
  { syntax }: Literal,
  codes: readonly string[],
): Edit[] | undefined {
  const { kind } = syntax?.group ?? {};
  if (kind !== "list" && kind !== "arguments") return undefined;
  const { text } = request.document;
  const members = request.analysis.literals.filter((one) => one.literal.syntax?.group === syntax?.group);
  const root = rootOf(request);
  const quoted = members.slice(-2).map(({ literal }) => root && quotedLiteralAt(root, text, literal));
  const last = quoted.at(-1);
  if (!last || !isPlainQuoted(last)) return undefined;
  const before = quoted.length > 1 ? quoted[0]?.node.endIndex : undefined;
  const between = before === undefined ? ", " : text.slice(before, last.node.startIndex);
  if (!separator.test(between)) return undefined;
  const at = last.node.endIndex;
  return [{ start: at, end: at, text: codes.map((code) => between + quoteLike(last, code)).join("") }];
}
