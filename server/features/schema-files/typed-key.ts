import type { Problem } from "../../../catalog/schema/checked-file.ts";
import type { TrackedDocument } from "../../documents/tracked-document.ts";
import { completeFile } from "./file-completion.ts";
import type { FileKind } from "./file-keys.ts";
import type { ValueContext } from "./key-values.ts";
import { wordAt } from "./yaml-position.ts";

/**
 * Returns the problems of a configuration or catalog without those of a key that is being typed: the last change of the
 * document ended in it, and a key begins so that can stand there.
 */
export function withoutTypedKey(
  problems: readonly Problem[],
  document: TrackedDocument,
  kind: FileKind,
  context: ValueContext,
): readonly Problem[] {
  const end = document.changesSince(document.revision - 1)?.at(-1)?.newEndIndex;
  if (problems.length === 0 || end === undefined) return problems;
  const word = wordAt(document.text, end);
  const typed = document.text.slice(word.start, end);
  if (typed === "" || word.end !== end) return problems;
  const offered = completeFile(document, end, kind, context, "en")?.items ?? [];
  if (!offered.some(({ label }) => label.startsWith(typed))) return problems;
  const isTyped = ({ line, character }: Problem) => {
    const at = document.textDocument.offsetAt({ line, character });
    // A quote before it is part of it.
    return at >= word.start - 1 && at <= end;
  };
  return problems.filter((one) => !isTyped(one));
}
