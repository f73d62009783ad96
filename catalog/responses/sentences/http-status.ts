import { byPattern, type Sentence } from "./sentence.ts";

/** The status of an HTTP answer, as its first line states it or a client says it. */
export const httpStatus: Sentence = {
  name: "HTTP status",
  read: (text, vocabulary) => read(text, vocabulary).map((finding) => ({ ...finding, isSure: false })),
};

const read = byPattern(
  /(?:\bHTTP\/[123](?:\.\d)? |\bresulted in a `|\b\w{1,40}Error: |\b(?:client|server) error: |\[code |\bstatus code |\bhttp status |\bhttp response code |\breturned an error: \()(?<httpStatus>[1-5]\d\d)\b/dgi,
);
