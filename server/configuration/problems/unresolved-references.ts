import type { Catalog } from "../../../catalog/model/catalog.ts";
import type { UserCatalog } from "../../../catalog/model/user-catalog.ts";
import type { CheckedFile, Problem } from "../../../catalog/schema/checked-file.ts";
import { problemsOf } from "../../../catalog/schema/problem-limit.ts";
import type { LocalizedText } from "../../../catalog/text/localized-text.ts";
import { nameInMessage } from "../../../catalog/text/name-in-message.ts";
import { unknownNameMessage } from "./unknown-name.ts";

/**
 * Returns a problem for each concept, and each code that replaces a withdrawn one, that an entry of a catalog file names
 * and neither the file nor the whole catalog has.
 */
export function unresolvedReferences(
  { entries, concepts }: UserCatalog,
  catalog: Catalog,
  problem: CheckedFile<unknown>["problem"],
): Problem[] {
  const ids = new Set([...concepts, ...catalog.concepts].map(({ id }) => id));
  const own = new Set(entries.map(({ provider, code }) => `${provider} ${code}`));
  const isCode = (provider: string, code: string) =>
    own.has(`${provider} ${code}`) || catalog.providersOf(code).includes(provider);
  const numbered = entries.map((entry, index) => ({ ...entry, index }));
  const ofConcepts = numbered.flatMap(({ concept, index }) =>
    concept === undefined || ids.has(concept) ? [] : [{ concept, index }],
  );
  const ofCodes = numbered.flatMap(({ provider, deprecated: { use } = {}, index }) =>
    use === undefined || isCode(provider, use) ? [] : [{ use, index }],
  );
  return [
    ...problemsOf(ofConcepts, ({ concept, index }) =>
      problem(["entries", index, "concept"], "warning", unknownNameMessage("concept", concept, [...ids])),
    ),
    ...problemsOf(ofCodes, ({ use, index }) =>
      problem(["entries", index, "deprecated", "use"], "warning", noCode(use)),
    ),
  ];
}

function noCode(code: string): LocalizedText {
  const name = nameInMessage(code);
  return {
    en: `The catalog has no code '${name}' of this provider.`,
    "zh-CN": `目录中没有该厂商的错误码“${name}”。`,
  };
}
