import { byPattern, type Sentence } from "./sentence.ts";

/** The status of an HTTP answer, as its first line states it or a client says it. */
export const httpStatus: Sentence = {
  name: "HTTP status",
  read: (text, vocabulary) => read(text, vocabulary).map((finding) => ({ ...finding, isSure: false })),
};

const read = byPattern(
  /(?<=\bHTTP\/[123](?:\.\d)? |\bin a `?(?=\d{3} [A-Z][\w ]{1,40}`? response)|\berror: (?=[45]\d\d - )|\b\w{1,40}Error: |\b(?:client|server) error: |\[code |\bstatus code |\bhttp status |\bhttp response code |\breturned an error: \()(?<httpStatus>[1-5]\d\d)\b/dgi,
);
