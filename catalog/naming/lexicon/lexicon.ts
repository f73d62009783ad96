import { compute } from "./compute.ts";
import { data } from "./data.ts";
import { general } from "./general.ts";
import { identity } from "./identity.ts";
import { media } from "./media.ts";
import { network } from "./network.ts";
import { products } from "./products.ts";
import { qualifiers } from "./qualifiers.ts";
import { society } from "./society.ts";
import { software } from "./software.ts";
import { states } from "./states.ts";
import { systems } from "./systems.ts";
import { vendors } from "./vendors.ts";
import { verbs } from "./verbs.ts";

/**
 * What words of codes mean. A line of the lexicon is `words = Chinese`, with several spellings separated by commas; the
 * first is the English, unless it is given in parentheses. Chinese in Latin letters alone (`VPC`) is the English, too.
 * `~` marks a noun without a plural, `+` one that is a plural, `!` a name that has no article, `-` a word that only says of
 * what kind the thing behind it is.
 */
export interface Term {
  en: string;
  zh: string;
  isUncountable: boolean;
  isPlural: boolean;
  /** A name, which has no article. */
  isName: boolean;
  /** A word that names no thing by itself: `dedicated`. */
  isAttribute: boolean;
  /** A verb that stands in the name of a thing: `delete type`. */
  isVerb?: boolean;
}

/** The longest spelling of a term, in words. */
const maximumWords = 4;

let nouns: ReadonlyMap<string, Term> | undefined;
let actions: ReadonlyMap<string, Term> | undefined;
let conditions: ReadonlyMap<string, Term> | undefined;

/** A term with the number of words that it takes. */
export interface Match {
  term: Term;
  length: number;
}

/** Returns the longest term that the words begin with, also in the plural. */
export function nounAt(words: readonly string[]): Match | undefined {
  nouns ??= read(
    [
      general,
      systems,
      network,
      compute,
      identity,
      data,
      media,
      products,
      qualifiers,
      society,
      software,
      vendors,
    ].join("\n"),
  );
  for (let length = Math.min(maximumWords, words.length); length > 0; length--) {
    const spelling = words.slice(0, length).join(" ");
    const exact = nouns.get(spelling);
    if (exact) return { term: exact, length };
    const term = singularsOf(spelling).flatMap((one) => nouns?.get(one) ?? [])[0];
    if (term?.isUncountable) return { term, length };
    if (term) return { term: { ...term, en: pluralOf(term.en), isPlural: true }, length };
  }
  return undefined;
}

/** Returns the verb that a word is, with its English participle. */
export function verbOf(word: string): Term | undefined {
  actions ??= read(verbs);
  const term = actions.get(word);
  return term && { ...term, en: participleOf(term.en) };
}

/** Whether a word is a form of a verb, and no noun: `notify`, `bound` is none. */
export function isVerbForm(word: string): boolean {
  const [, stem = ""] = /^(.+?)(?:ed|ing)$/.exec(word) ?? [];
  return [word, stem, `${stem}e`, stem.slice(0, -1)].some((one) => verbOf(one)) && !nounAt([word]);
}

/** Returns the state that words name. */
export function stateOf(words: string): Term | undefined {
  conditions ??= read(states);
  return conditions.get(words);
}

function read(text: string): Map<string, Term> {
  const terms = new Map<string, Term>();
  for (const line of text.split("\n")) {
    const [, spellings, english, mark, zh] =
      /^([^(=~+]+?)(?: \((.+?)\))?(?: ([-~+!]))? = (.+)$/.exec(line) ?? [];
    if (spellings === undefined || zh === undefined) continue;
    const words = spellings.split(", ");
    const term: Term = {
      en: english ?? (/^[\x20-\x7e]+$/.test(zh) ? zh : (words[0] ?? "")),
      zh,
      isUncountable: mark === "~" || mark === "!",
      isName: mark === "!",
      isPlural: mark === "+",
      isAttribute: mark === "-",
    };
    for (const word of words) terms.set(word, term);
  }
  for (const term of new Set(terms.values())) term.en = capitalized(term.en, terms);
  return terms;
}

/** Writes the abbreviations within a term of several words as they are written alone: `vpc id` → `VPC ID`. */
function capitalized(en: string, terms: ReadonlyMap<string, Term>): string {
  if (!/^[a-z0-9 -]+$/.test(en)) return en;
  return en
    .split(" ")
    .map((word) => {
      const alone = terms.get(word)?.en ?? word;
      return alone.toLowerCase() === word ? alone : word;
    })
    .join(" ");
}

function singularsOf(word: string): string[] {
  if (word.endsWith("ies")) return [`${word.slice(0, -3)}y`, word.slice(0, -1)];
  if (/(?:s|x|ch|sh)es$/.test(word)) return [word.slice(0, -2), word.slice(0, -1)];
  return /[^s]s$/.test(word) ? [word.slice(0, -1)] : [];
}

/** Returns the plural of an English noun or abbreviation. */
export function pluralOf(noun: string): string {
  if (/[^aeiouAEIOU]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/[aeiy]sis$/.test(noun)) return `${noun.slice(0, -2)}es`;
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** Verbs of one syllable, and others, that double their last letter. */
const doubled =
  /^(?:run|stop|set|reset|get|put|submit|commit|plan|begin|split|cancel|transfer|unplug|scan|rescan|quit)$/;

function participleOf(verb: string): string {
  if (verb.includes(" ")) return verb;
  if (verb === "backup") return "backing up";
  if (doubled.test(verb) && !verb.endsWith("cancel")) return `${verb}${verb.at(-1)}ing`;
  return /[^eo]e$/.test(verb) ? `${verb.slice(0, -1)}ing` : `${verb}ing`;
}
