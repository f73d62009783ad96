import type { Relation, RelationKind } from "../literal.ts";
import type { TokenRange, TokenStream } from "./token-stream.ts";

/** The maximum length of a subject in UTF-16 units. */
export const maximumSubject = 200;

/** The maximum length of the text around a literal in UTF-16 units: its beginning shows what it contains. */
const maximumWithin = 1000;

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

/** Returns the same relations with the text of the brackets around the literal: its arguments, or its list. */
export function relationsWithin(
  stream: TokenStream,
  open: number,
  relations: readonly Relation[],
): Relation[] {
  const close = stream.tokens[open]?.pair;
  if (close === undefined) return [...relations];
  const within = stream.text({ from: open, to: close }).slice(0, maximumWithin);
  return relations.map((relation) => ({ ...relation, within }));
}
