import { headIn } from "./head.ts";
import type { Finding, Sentence } from "./sentence.ts";

/** Frames of stacks and traces, which repeat names of exceptions. */
const frame = /^\s*(?:at\s|from\s|File\s"|#\d|\.{3}\s\d|\+ (?:CategoryInfo|FullyQualifiedErrorId)\b)/;

/** A cause that only .NET has written a message for. */
const emptyCause = / ---> [\w.+`]{1,200}: Exception of type '[^'\n]{1,200}' was thrown\b[^\n]*/;

/** A code, or the class of an exception, with the message behind it: `NoSuchKey: The key does not exist.` */
export const exception: Sentence = {
  name: "code before its message",

  read(text, vocabulary) {
    const found: Finding[] = [];
    let start = 0;
    for (const line of text.split("\n")) {
      const fields =
        !/[:：]| - /.test(line) || frame.test(line)
          ? undefined
          : headIn(line.slice(0, maximumLine).replace(emptyCause, ""), start, vocabulary, false);
      if (fields) found.push({ start, end: start + line.length, fields, isSure: false });
      start += line.length + 1;
    }
    return found;
  },
};

/** The longest line of prose, in UTF-16 units. */
const maximumLine = 10_000;
