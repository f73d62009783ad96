import { byPattern, type Sentence } from "./sentence.ts";

const read = byPattern(
  /^[ \t]{0,20}(?<code>[A-Z]\w{5,100}(?:\.\w{1,100}){0,4})(?:[ \t]*\r?\n[ \t]{0,20}(?<message>[A-Z][^\n{}<>=]{0,60} [^\n{}<>]{1,2000})|[ \t](?<inside>[A-Z][^\n{}<>=]{0,60} [^\n{}<>]{1,2000}\.)[ \t]*\r?$)/dgm,
);

/** A code before what it means in Chinese, where a space between two words begins another sentence */
const beforeChinese = byPattern(
  /(?<![\w.-])(?<code>(?:[A-Z]\w{5,99}|[a-z]{2,20}\.[A-Z]\w{1,99})(?:\.\w{1,99}){0,4})[ \t](?<message>[\u4e00-\u9fff](?:[^\n\s]|(?<![\u4e00-\u9fff）)。！，])[ \t]|[ \t](?![\u4e00-\u9fff])){3,1000})/dg,
);

/** A code alone on a line, and the message on the next one; or before a whole sentence that is the rest of the line. */
export const codeLine: Sentence = {
  name: "code on a line of its own",
  read: (text, vocabulary) =>
    [...read(text, vocabulary), ...beforeChinese(text, vocabulary)]
      .filter(({ fields }) => fields.code && vocabulary.codeOf(fields.code.value) === fields.code.value)
      .map((finding) => ({ ...finding, isSure: false })),
};
