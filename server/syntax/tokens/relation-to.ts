import type { Relation, RelationKind } from "../literal.ts";
import type { TokenRange, TokenStream } from "./token-stream.ts";

/** The maximum length of a subject in UTF-16 units. */
const maximumSubject = 200;

/**
 * Returns a relation to the expression in a range, whose text is cut at its start if it is long; none without a range.
 */
export function relationTo(
  stream: TokenStream,
  kind: RelationKind,
  subject: TokenRange | undefined,
): Relation[] {
  return subject ? [{ kind, subject: stream.text(subject).slice(-maximumSubject) }] : [];
}
