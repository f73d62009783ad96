import type { FieldKind } from "../field-names.ts";
import { isNothing } from "../scanner/bare-values.ts";
import type { Vocabulary } from "../whose/vocabulary.ts";

/** A value in a text; offsets are in UTF-16 units. */
export interface Value {
  value: string;
  start: number;
  end: number;
  /** Whether it may be of something else, such as the answer that a program gives after the error. */
  isLoose?: boolean;
}

/** What a sentence states. */
export interface Finding {
  start: number;
  end: number;
  fields: Partial<Record<FieldKind, Value>>;
  /** The provider whose programs write such sentences; undefined if several do. */
  provider?: string;
  /** Whether the form leaves no doubt that an error is reported. */
  isSure: boolean;
}

/** A form in which programs write errors as sentences, in which names do not stand before all values. */
export interface Sentence {
  /** The name of what writes it, as comments would call it. */
  name: string;
  /** A text without which it cannot occur, in lower case. */
  hint?: string;
  read(text: string, vocabulary: Vocabulary): Finding[];
}

/** The group of a message that stands elsewhere in another form of the sentence. */
const otherMessage = "inside";

/**
 * Makes the reading of a sentence from a pattern (flags `d` and `g`) whose groups are named after fields. Groups that
 * are empty are left out.
 */
export function byPattern(pattern: RegExp, provider?: string): Sentence["read"] {
  return (text) =>
    [...text.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      fields: fieldsOf(match),
      isSure: true,
      ...(provider === undefined ? {} : { provider }),
    }));
}

/** Returns the values of the groups of a match. */
export function fieldsOf({ groups = {}, indices }: RegExpMatchArray): Finding["fields"] {
  const fields: Finding["fields"] = {};
  for (const [name, value] of Object.entries(groups)) {
    const kind = (name === otherMessage ? "message" : name) as FieldKind;
    const text = kind === "requestId" ? value?.replace(/[\s.:,;]+$/, "") : value?.trimEnd();
    const [start = 0] = indices?.groups?.[name] ?? [];
    if (text && !isNothing(text)) fields[kind] = { value: text, start, end: start + text.length };
  }
  return fields;
}
