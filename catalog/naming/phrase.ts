import { isVerbForm, nounAt, pluralOf, type Term, verbOf } from "./lexicon/lexicon.ts";

/** A thing, or what is done to one, in both languages. */
export interface Phrase {
  /** Without an article: `security group ID`, `deleting the VPC`. */
  en: string;
  zh: string;
  /** The English for several of them. */
  plural: string;
  isPlural: boolean;
  isUncountable: boolean;
  /** Something that is done: without an article. */
  isActivity: boolean;
  /** A word of the code itself, because the lexicon does not have it. */
  isVerbatim: boolean;
  /** Whether English puts an article before it; not before what is done, names, and words of the code itself. */
  hasArticle: boolean;
  /** Whether it consists of few words, of which none is a verb out of place. */
  isPlain: boolean;
  /** Whether it does not begin with a verb, and has no word that names of things do not have. */
  isNameLike: boolean;
  /** Whether every operation concerns such a thing. */
  isGeneral: boolean;
}

/** Words around the name of a thing that add nothing to it. */
const empty =
  /^(?:(?:the|this|that|your|a|an|is|are|be|been|has|have|had|was|does|do|it|its|invalid|illegal|incorrect|wrong|still|unhandled|specified|given|parameters?(?! group)|error|of) )+|(?: (?:is|are|be|been|has|have|was|does|do|errors?|exceptions?|fail|fault|found|value|values|already|temporarily|temporary|currently|the|this|of|in|to))+$/g;

/** Words that show that the words are more than the name of a thing. */
const structural =
  /^(?:retryable|force|not|first|later|again|no|un|is|are|be|been|has|have|can|cannot|must|should|contain|contains|detected|deprecated|exception|exceptions|include|includes|depend|depends|of|in|on|to|for|from|by|with|without|at|only|when|before|after|if|too|than|more|less|as|already|does|do|was|were|will|need|same|invalid|illegal|error|errors|fail|exceed|unsupported|unauthorized|notfound|exists|exist|missing|empty|malformed|mismatch|inuse|denied|forbidden|unavailable|insufficient|conflict|duplicate|repeat|disabled|enabled|expired|locked|existed)$/;

/** Returns the thing that words of a code name; undefined if they name none, or more than a thing. */
export function phraseOf(text: string, code: string): Phrase | undefined {
  const words = ownWords(text);
  if (words.length === 0 || [words[0], words.at(-1)].some((word) => word === "and" || word === "or"))
    return undefined;
  return nounPhraseOf(words, code);
}

/** Returns the words that name a thing or what is done to it; none if there are more than such words. */
export function ownWords(text: string): string[] {
  // What follows a preposition only says where or of what kind.
  const words = trimmed(text).replace(prepositionalPhrase, "").split(" ").filter(Boolean);
  return words.length > 8 || words.some((word) => structural.test(word)) ? [] : words;
}

const prepositionalPhrase =
  /(?<=\w)(?<!\b(?:number|count)) (?:of|in|for|with|from|by|on|at|under|into|when|while|before|after) .+$/;

function trimmed(text: string): string {
  const shorter = text.replace(empty, "").trim();
  return shorter === text ? text : trimmed(shorter);
}

/** Things that say nothing about what an operation concerns. */
const general =
  /^(?:operation|action|parameter|resource|value|type|request|result|common|default|other|free|public|private|internal|external|and|or|info|information|data|object|number|all|single|system|service|server|backend|security)s?$/;

/** Returns the thing that words name: by words of the lexicon, or as the code spells them. */
export function nounPhraseOf(words: readonly string[], code: string): Phrase | undefined {
  const terms: Term[] = [];
  for (let at = 0; at < words.length; ) {
    const match = nounAt(words.slice(at)) ?? verbAt(words, at);
    if (!match) return verbatim(words, code);
    addTerm(terms, match.term);
    at += match.length;
  }
  const last = terms.at(-1);
  if (!last || (last.isAttribute && terms.length === 1)) return undefined;
  // What a code calls `get product list` or `vpc private` is no thing by its Chinese name.
  if (last.isAttribute || isNoThing(terms)) return verbatim(words, code);
  const [, numberOf = "", single = last.en] = /^(number of )(.+)$/.exec(last.en) ?? [];
  const before = terms.slice(0, -1).map(({ en }) => en);
  return {
    en: numberOf + [...before, single].join(" "),
    zh: terms.reduce((text, term) => spaced(text, withoutOverlap(text, beforeOthers(term, last), 2)), ""),
    plural:
      numberOf + [...before, last.isUncountable || last.isPlural ? single : pluralOf(last.en)].join(" "),
    isPlural: last.isPlural || words.includes("and"),
    isUncountable: last.isUncountable,
    isActivity: false,
    hasArticle: !last.isName && !(terms[0]?.en === "multiple" && last.isPlural),
    isVerbatim: false,
    isPlain: terms.length <= 4 && !terms[0]?.isVerb,
    isNameLike: true,
    isGeneral:
      (words.length === 1 && verbOf(last.en) !== undefined) ||
      (terms.length === 1 && general.test(last.en)) ||
      terms[0]?.en === "operation",
  };
}

/** What is named by what is done to it: `delete time`. */
const ofVerbs =
  /^(?:type|time|date|mode|method|status|name|id|token|limit|count|number|policy|rule|task|interval|request|response|result|record|operation|action|url|code|path|role|flag|protection|permission|port|address|file|log|list|job|window|period|event|template|plan)s?$/i;

/** Whether there are verbs among the terms that do not belong to the name of a thing. */
function isNoThing(terms: readonly Term[]): boolean {
  const at = terms.findIndex(({ isVerb }) => isVerb);
  if (at < 0) return false;
  return at > 0 || terms.length > 2 || !ofVerbs.test(terms.at(-1)?.en ?? "");
}

/** Returns the Chinese of a term as it stands before the last one: `maximum size` is 最大大小, not 最大值大小. */
function beforeOthers(term: Term, last: Term): string {
  return term === last ? term.zh : term.zh.replace(/^(最.)值$|^(预置)位$/, "$1$2");
}

/** Adds a term to those before it, without what it repeats of the last one: `group` of `container group`, `group`. */
function addTerm(terms: Term[], term: Term): void {
  const last = terms.at(-1);
  const [first = "", ...rest] = term.en.split(" ");
  const isRepeated = last && !last.isVerb && isSameWord(last.en.split(" ").at(-1) ?? "", first);
  if (!isRepeated) terms.push(term);
  else if (rest.length > 0)
    terms.push({ ...term, en: rest.join(" "), zh: withoutOverlap(last.zh, term.zh).trim() });
}

/** Returns whether two words are the same, in singular or plural. */
function isSameWord(a: string, b: string): boolean {
  const [one, other] = [a, b].map((word) => word.toLowerCase().replace(/s$/, ""));
  return one === other;
}

/** Returns a text without what the one before it ends with, if that has a number of UTF-16 units. */
function withoutOverlap(before: string, text: string, minimum = 1): string {
  for (let length = text.length; length >= minimum; length--)
    if (before.endsWith(text.slice(0, length))) return text.slice(length);
  return text;
}

/** Returns the verb at a place as a part of a name, such as `delete` in `delete type`. */
function verbAt(words: readonly string[], at: number): { term: Term; length: number } | undefined {
  const word = words[at] ?? "";
  const verb = verbOf(word);
  return verb && words.length > 1 ? { term: { ...verb, en: word, isVerb: true }, length: 1 } : undefined;
}

/** Words that stand in no name of a thing. */
const foreign = /^(?:doing|had|left|others?|out|over|per|upper|yours)$/;

/** Returns the words as the code spells them. */
function verbatim(words: readonly string[], code: string): Phrase | undefined {
  if (words.every((word) => verbOf(word))) return undefined;
  const spelled = spellingIn(code, words);
  if (spelled === undefined || spelled.length < 2) return undefined;
  const name = spelled.replace(/^[._-]+|[._-]+$/g, "");
  return {
    en: name,
    zh: name,
    plural: name,
    isPlural: false,
    isUncountable: true,
    isActivity: false,
    hasArticle: false,
    isVerbatim: true,
    isPlain:
      words.length <= 3 &&
      !words.some((word) => verbOf(word) || foreign.test(word)) &&
      !words.slice(1).some(isVerbForm),
    isNameLike: !verbOf(words[0] ?? "") && !words.some((word) => foreign.test(word)),
    isGeneral: false,
  };
}

/** Returns the part of a code that consists of words in a row, with a separator between two or none. */
function spellingIn(code: string, words: readonly string[]): string | undefined {
  const [lower, first = ""] = [code.toLowerCase(), words[0]?.toLowerCase()];
  for (let start = lower.indexOf(first); start >= 0; start = lower.indexOf(first, start + 1)) {
    let end: number | undefined = start + first.length;
    for (const word of words.slice(1))
      end = end === undefined ? end : endOfWord(lower, word.toLowerCase(), end);
    if (end !== undefined) return code.slice(start, end);
  }
  return undefined;
}

/** Returns where a word ends that begins at an offset, or behind a separator there. */
function endOfWord(text: string, word: string, at: number): number | undefined {
  const start = text.startsWith(word, at) ? at : /[._-]/.test(text.charAt(at)) ? at + 1 : undefined;
  return start !== undefined && text.startsWith(word, start) ? start + word.length : undefined;
}

/** Returns a phrase as it stands in the middle of a sentence. */
export function withArticle({ en, hasArticle }: Phrase): string {
  return hasArticle ? `the ${en}` : en;
}

/** Joins two texts, with a space where Latin letters meet, or meet Chinese ones. */
export function spaced(a: string, b: string): string {
  const isLatin = (char = "") => /[\x21-\x7e]/.test(char);
  const isChinese = (char = "") => /\p{Script=Han}/u.test(char);
  const [end, start] = [a.at(-1), b.at(0)];
  const meet = (isLatin(end) && (isLatin(start) || isChinese(start))) || (isChinese(end) && isLatin(start));
  return meet ? `${a} ${b}` : `${a}${b}`;
}
