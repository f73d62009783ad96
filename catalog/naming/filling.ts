import { type Phrase, spaced, withArticle } from "./phrase.ts";

/**
 * Returns a sentence on an operation that concerns a thing as one on the thing, if it is itself an operation: not "an
 * operation that concerns the tag operation".
 */
export function onOperation(sentence: string, { en }: Phrase): string {
  if (!/operations?$/i.test(en)) return sentence;
  return sentence
    .replace("An operation that concerns {the}", "The {}")
    .replace("} is ", "} is|are ")
    .replace("} was ", "} was|were ")
    .replace("与{}有关的操作", "{}");
}

/** Fills in an English sentence that begins with `The {}` or has `{s}` for several of the thing. */
export function english(sentence: string, thing: Phrase): string {
  const isSingular = !thing.isPlural;
  const several = /\{s\}/.test(sentence);
  const agreed = sentence.replace(/(\w+)\|(\w+)/g, (_, one, other) =>
    (several ? thing.isUncountable : isSingular) ? one : other,
  );
  const filled = !thing.hasArticle ? agreed.replace(/\b[Tt]he \{\}/, "{}") : agreed;
  const text = filled
    .replace("limit on {s}", /^number of /.test(thing.plural) ? "limit on the {s}" : "limit on {s}")
    .replace("{}", thing.en)
    .replace("{en}", thing.en)
    .replace("{the}", withArticle(thing))
    .replace("{s}", thing.plural);
  return text.startsWith(thing.en) && thing.isVerbatim ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

/** Fills in a Chinese sentence; `{n}` is the number of the thing, or the thing itself if it is an amount. */
export function chinese(sentence: string, { zh, isUncountable, hasArticle }: Phrase): string {
  const name =
    sentence.includes("{n}") && !isUncountable && !/(?:数量|(?<!函)数|上限|配额|大小|长度)$/.test(zh)
      ? spaced(zh, "数量")
      : zh;
  const [before = "", after = ""] = (!hasArticle ? sentence.replace("该{}", "{}") : sentence).split(/\{n?\}/);
  return spaced(spaced(before, name), after);
}
