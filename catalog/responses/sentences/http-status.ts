import { byPattern, type Finding, type Sentence } from "./sentence.ts";

/** The status of an HTTP answer, as its first line states it or a client says it. */
export const httpStatus: Sentence = {
  name: "HTTP status",
  read: (text, vocabulary) =>
    [
      ...stated(text, vocabulary),
      ...withPhrase(text, vocabulary),
      ...beforeCode(text, vocabulary).filter(({ fields }) => vocabulary.isOfficial(fields.code?.value ?? "")),
    ].map((finding) => ({ ...finding, fields: loose(finding.fields), isSure: false })),
};

/** Marks the status in a log as one that may be of another answer than the code beside it. */
function loose({ httpStatus: status, ...others }: Finding["fields"]): Finding["fields"] {
  return status ? { ...others, httpStatus: { ...status, isLoose: !others.code } } : others;
}

/** A status before the code, as people write it: `403 AccessDenied` */
const beforeCode = byPattern(
  /(?<![\w.:/-])(?<httpStatus>[45]\d\d),? (?<code>(?:[A-Z][a-z\d]+){2,10}(?:\.\w{1,99})?)(?![\w:-])/dg,
);

/** A status with the phrase that stands for it. */
const withPhrase = byPattern(
  /(?<![\w.])(?<httpStatus>400(?= \(?Bad Request)|401(?= \(?Unauthorized)|403(?= \(?Forbidden)|404(?= \(?Not Found)|405(?= \(?Method Not Allowed)|409(?= \(?Conflict)|411(?= \(?Length Required)|412(?= \(?Precondition Failed)|413(?= \(?(?:Payload|Request Entity) Too Large)|416(?= \(?R(?:equested r)?ange Not Satisfiable)|429(?= \(?Too Many Requests)|500(?= \(?Internal Server Error)|501(?= \(?Not Implemented)|502(?= \(?Bad Gateway)|503(?= \(?(?:Service Unavailable|Slow Down))|504(?= \(?Gateway Time-?out))/dgi,
);
const stated = byPattern(
  /(?=[1-5]\d\d\b)(?<=\bHTTP\/[123](?:\.\d)? |\bin a `?(?=\d{3} [A-Z][\w ]{1,40}`? response)|\berror: (?=[45]\d\d - )|\b\w{1,40}Error: |\b(?:client|server) error: |\[code |\bstatus code |\bhttp status |\bhttp (?=[45])|\bhttp error (?:code:? )?|\bgot http |\bhttp response code |\breturned an error: \(|:http_error, |\b(?:error|failed|failure|returned|response)(?: with)?(?: code| status)?[:= (]{1,3}(?=[45]\d\d(?:\s?[:,;)\]–-]|\.?\s*$)))(?<httpStatus>[1-5]\d\d)\b/dgim,
);
