import { nounAt, verbOf } from "./lexicon/lexicon.ts";
import { nounPhraseOf, ownWords, type Phrase, spaced, withArticle } from "./phrase.ts";

/** Returns what is done that words of a code name; undefined if they name no verb. */
export function activityOf(text: string, code: string): Phrase | undefined {
  const words = ownWords(text);
  return words.length === 0 ? undefined : activityOfWords(words, code);
}

/** Returns what is done to a thing: `delete vpc`, `vpc delete`, `vpc deletion`, `oss delete bucket`. */
function activityOfWords(words: readonly string[], code: string): Phrase | undefined {
  const [behind, ...rest] = behindActor(words);
  if (behind !== undefined) return activityOfWords([behind, ...rest], code);
  const [first = "", last = ""] = [words[0], words.at(-1)];
  const isFirst =
    verbOf(first) !== undefined &&
    !/(?:tion|sion|ment|al|overy|ivery)$/.test(first) &&
    (words.length === 1 || nounAt(words)?.length === 1 || !nounAt(words));
  const verb = isFirst ? verbOf(first) : words.length > 1 ? verbOf(last) : undefined;
  if (!verb) return undefined;
  // Words such as `order`, `record` and `backup` are nouns where others follow them, and by themselves.
  if (isFirst && nounAt([first]) && words.length === 1) return undefined;
  if (isFirst && isKindOf(words)) return undefined;
  if (isFirst && words.length === 2 && verbOf(last) && !nounAt([last])) return undefined;
  if (!isFirst && (nounAt([last]) || nounAt(words.slice(-2))?.length === 2)) return undefined;
  const object =
    words.length > 1 ? nounPhraseOf(isFirst ? words.slice(1) : words.slice(0, -1), code) : undefined;
  // `ServiceStop` may be what is the case, and what was to be done.
  if (!isFirst && states.test(last)) return undefined;
  if (!isFirst && isOneThatActs(words.slice(0, -1), last)) return undefined;
  // `SlowStart` is a name, not what is done to `Slow`.
  if (!isFirst && object?.isVerbatim) return undefined;
  if (object?.isVerbatim && !object.isPlain && !object.isNameLike) return undefined;
  if (words.length > 1 && (!object || /^(?:operation|action)s?$/.test(object.en))) return undefined;
  const en = object ? `${verb.en} ${withArticle(object)}` : verb.en;
  const zh = spaced(verb.zh, object?.zh ?? "");
  return {
    en,
    zh,
    plural: en,
    isPlural: false,
    isUncountable: true,
    isActivity: true,
    hasArticle: false,
    isVerbatim: false,
    isPlain: object?.isVerbatim || (object?.isPlain ?? true),
    isNameLike: false,
    isGeneral: false,
  };
}

/** Whether a verb only says of what kind something is, which is not what it is done to: `start mode`. */
function isKindOf([verb = "", noun = "", ...others]: readonly string[]): boolean {
  if (
    /^(?:adjust|change|check|convert|describe|edit|get|list|modify|parse|query|reset|set|update|verify)$/.test(
      verb,
    )
  )
    return false;
  return others.length === 0 && /^(?:date|format|level|limit|method|mode|rate|time|type)$/.test(noun);
}

/** Whether something does what the verb says, rather than that it is done to it: `engine recognize`, `member quit`. */
function isOneThatActs(words: readonly string[], verb: string): boolean {
  if (/^(?:exit|leave|login|quit)$/.test(verb)) return true;
  if (verb === "start") return /^(?:date|id|index|line|offset|time)$/.test(words.at(-1) ?? "");
  // Of two verbs, it is not known which is the noun: `purchase query`.
  return (
    words.every((word) => verbOf(word)) ||
    /^(?:backend|browser|engine|kernel|system)$/.test(words.at(-1) ?? "")
  );
}

/** Verbs that may also say in which state something is. */
const states = /^(?:stop|close|isolate|lock|freeze|suspend|pause|disable|cancel)$/;

/** Returns the words behind who does it, from the verb on; none if they name only what is done, or to what. */
function behindActor(words: readonly string[]): readonly string[] {
  const actor = nounAt(words);
  const [verb = "", ...others] = words.slice(actor?.length);
  const [first = "", last = ""] = [words[0], words.at(-1)];
  if (!actor || !verbOf(verb) || nounAt([verb]) || verbOf(first)) return [];
  if ((verbOf(last) && last !== "list") || isKindOf([verb, ...others])) return [];
  return nounAt(others) ? [verb, ...others] : [];
}
