import type { Vocabulary } from "../whose/vocabulary.ts";
import { type Finding, fieldsOf, type Sentence, type Value } from "./sentence.ts";

/** The class with its namespace, and in the message that of another exception which it only passes on. */
const uncaught =
  /exception '(?<outer>[\w\\]{1,200})' with message '(?:\((?<inner>[\w\\]{1,200})\) )?(?<message>[^\n]{1,2000}?)' in \/[^\s:]{1,300}:\d/dg;

/** What PHP 5 says of an exception that was not caught: `exception 'Class' with message 'message' in /file:1`. */
export const phpUncaught: Sentence = {
  name: "PHP 5, an uncaught exception",
  hint: "' with message '",

  read: (text, vocabulary) =>
    [...text.matchAll(uncaught)].map((match): Finding => {
      const { message } = fieldsOf(match);
      const code = codeOfClass(match, "inner", vocabulary) ?? codeOfClass(match, "outer", vocabulary);
      return {
        start: match.index,
        end: match.index + match[0].length,
        fields: { ...(code ? { code } : {}), ...(message ? { message } : {}) },
        isSure: true,
      };
    }),
};

/** Returns the code for which the class of exceptions in a group stands. */
function codeOfClass(
  { groups, indices }: RegExpMatchArray,
  group: string,
  vocabulary: Vocabulary,
): Value | undefined {
  const [name, from = 0] = [groups?.[group] ?? "", indices?.groups?.[group]?.[0]];
  const value = vocabulary.codeOf(name, true);
  if (value === undefined) return undefined;
  const start = from + name.lastIndexOf(value);
  return { value, start, end: start + value.length };
}
