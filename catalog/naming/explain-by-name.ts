import type { CatalogData, Concept, Entry, LazyTexts, ReadTexts } from "../model/entry.ts";
import { readName, summarizeName } from "./reading.ts";

type Explanation = ReadTexts & Pick<Entry, "concept" | "kind" | "retry">;

/** Returns a catalog whose entries without a text of their own say what is read from the names of their codes. */
export function explainByName(data: CatalogData): CatalogData {
  const explanations = new Map<string, Explanation>();
  const explain = (code: string) => {
    const known = explanations.get(code) ?? explanationOf(code, data.concepts);
    explanations.set(code, known);
    return known;
  };
  return withNamed(data, (entry) => ({ ...entry, ...explain(entry.code) }));
}

/**
 * Returns a catalog without the texts that are read from names: to compute them when they are asked for takes less room
 * than to store them, see {@link textsFromName}.
 */
export function withoutTextsFromNames(data: CatalogData): CatalogData {
  return withNamed(data, ({ cause: _, fix: __, ...entry }) => ({ ...entry, summary: {} }));
}

/** The texts of the last code: a list has those of several services in a row. */
let last: { code: string; concepts: readonly Concept[]; texts: LazyTexts } | undefined;

/** Returns the texts that {@link explainByName} gives a code; advice is read as soon as it is asked for. */
export function textsFromName(code: string, concepts: readonly Concept[]): LazyTexts {
  if (last?.code === code && last.concepts === concepts) return last.texts;
  let explanation: Explanation | undefined;
  const explained = () => {
    explanation ??= explanationOf(code, concepts);
    return explanation;
  };
  const texts: LazyTexts = {
    summary: summarizeName(code, concepts) ?? {},
    get cause() {
      return explained().cause;
    },
    get fix() {
      return explained().fix;
    },
  };
  last = { code, concepts, texts };
  return texts;
}

/**
 * Returns an entry that says nothing, as users' own ones may, with what the name of its code says, where that is anything;
 * any other entry as it is.
 */
export function withNameRead(entry: Entry, concepts: readonly Concept[]): Entry {
  // Advice that is read from a name takes its time: it is not asked for where there is a basis.
  const isBare =
    !entry.basis && !entry.concept && textsOf(entry).every((text) => !text?.en && !text?.["zh-CN"]);
  const explanation = isBare ? explanationOf(entry.code, concepts) : undefined;
  if (!explanation?.summary.en) return entry;
  const { kind, retry } = entry;
  return {
    ...entry,
    ...explanation,
    ...(kind ? { kind } : {}),
    ...(retry ? { retry } : {}),
    basis: "name",
  };
}

function textsOf({ summary, cause, fix }: Entry): Entry["cause"][] {
  return [summary, cause, fix];
}

function withNamed(data: CatalogData, change: (entry: Entry) => Entry): CatalogData {
  return { ...data, entries: data.entries.map((entry) => (entry.basis === "name" ? change(entry) : entry)) };
}

/** Returns what the name of a code says as the part of an entry; what the entry inherits from its concept is left out. */
function explanationOf(code: string, concepts: readonly Concept[]): Explanation {
  const reading = readName(code, concepts);
  if (!reading) return { summary: {} };
  const { isSure, summary, cause, fix, retry } = reading;
  // Of an unsure reading, the concept is no fact.
  if (!isSure) return { summary, ...(cause ? { cause } : {}), ...(fix ? { fix } : {}) };
  const concept = concepts.find(({ id }) => id === reading.concept);
  return {
    summary,
    concept: reading.concept,
    ...(retry === concept?.retry ? {} : { retry }),
    ...(cause && cause !== concept?.cause ? { cause } : {}),
    ...(fix && fix !== concept?.fix ? { fix } : {}),
  };
}
