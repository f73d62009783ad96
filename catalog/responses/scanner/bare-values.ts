import type { FieldKind } from "../field-names.ts";

// Values without quotes.

const token: Partial<Record<FieldKind, RegExp>> = {
  code: /(?:-(?=\d))?[A-Za-z\d_][\w.#$/@-]*(?::https?:[\w./]*)?/y,
  requestId: /[\w+/:.-]+={0,2}/y,
  httpStatus: /(?:http_status_)?[1-5]\d\d(?!\w|\.\d)/y,
  host: /[\w+/:.-]+={0,2}/y,
  service: /[A-Za-z]\w*(?: +\w+(?![\w.]*=))*/y,
  detailCode: /\d{4}-\d{8}/y,
  recommendation: /https?:[^\s"'<>]+/y,
  encodedBody: /[\w+/]+={0,2}/y,
};

/** The beginning of an answer, which stands behind what announces it. */
const answer = String.raw`<\?xml|<(?:Error|ErrorResponse|Response)>|\{\s{0,20}\\{0,31}["'](?:code|error\w{0,20}|message|msg|request_?id|response)\\{0,31}["']\s?:`;
const answerAt = new RegExp(String.raw`\s{0,9}(?:${answer})`, "iy");

/** Whether an answer begins at an offset, but for spaces. */
export function isAnswerAt(text: string, at: number): boolean {
  answerAt.lastIndex = at;
  return answerAt.test(text);
}

/** The label of another field, or the end of what stands around the fields: a message does not reach further. */
const labels = String.raw`(?:x-\w{1,9}-)?(?:aws[ _-]?)?request[ _-]?id|err(?:or)?[ _-]?(?:code|message)|(?:http[ _-]?)?status(?:[ _-]?code)?|code|codeDesc|host[ _-]?id|trace[ _-]?id|ec|recommend(?:ed ?doc)?|data|timestamp|call ?id|trace|request endpoint|resp(?:onse)?(?:headers| ?body)?|hostid`;
const endOfMessage = new RegExp(
  [
    String.raw`(?<![\s,;+(\[]|\b(?:EC2|S3|IAM|KMS|Lambda)(?: Error)?)[\s,;+(\[]{1,40}["']?(?:${labels})["']?\]?\s{0,3}(?:=>|[:=：])`,
    String.raw`\s\[\w{1,40}\] =>`,
    String.raw`,\s?[A-Za-z]\w{0,40}=`,
    String.raw`\s[a-z][\w.]{0,40}=\\{0,31}"`,
    String.raw`\s[a-z]\w{1,20}=(?=[^=\n]{1,200}, [a-z]\w{0,20}=)`,
    String.raw`\s\(Service: `,
    // Another label, which a program has joined to a whole sentence
    String.raw`(?<=[.!。]), (?:\w{2,20}|HTTP response code|Request ID): (?=\S)`,
    // What a program knows of its own call, behind the message: `: provider=aws@7.40.0`
    String.raw`:\s[a-z]\w{0,40}=[^\s"']{1,200}\s{0,9}$`,
    // A line break that is still escaped
    String.raw`\\{1,7}[rn](?![a-z])`,
    String.raw`\s{0,9}(?:${answer})`,
    String.raw`\s\|\s`,
    String.raw` ---> | at \w[\w.$]*\(`,
    String.raw`(?<!\s)\s{1,40}in (?:file )?/[^\s:]{1,300}(?::\d+|\(\d+\)| on line \d+)`,
    String.raw`\r?\n`,
  ].join("|"),
  "gi",
);
/** A label where a value is expected: the field before it is empty. */
const label = new RegExp(String.raw`(?:${labels}|message|msg)["']?\s{0,3}(?:=>|[:=：](?!\/\/))`, "iy");

/** Whether the label of a field begins at an offset. */
export function isLabelAt(text: string, at: number): boolean {
  label.lastIndex = at;
  return label.test(text);
}

/** Whether a code with its label begins at an offset; a number there can be the status before a message. */
function isCodeLabelAt(text: string, at: number): boolean {
  return /^(?:error ?)?code ?[:=] ?["']?[A-Za-z]/i.test(text.slice(at, at + 20));
}

/** The next field of what Go prints with `%+v`. */
const nextField = /\s[A-Z]\w{0,40}:(?=\S)/g;

/** The maximum length of a message without quotes, in UTF-16 units. */
const maximumSentence = 4000;

/** Returns the end of a value of a field that begins at an offset; the offset itself if there is none. */
export function endOfBareValue(text: string, at: number, kind: FieldKind, isTight: boolean): number {
  if (kind === "message") return isCodeLabelAt(text, at) ? at : endOfSentence(text, at, isTight);
  const pattern = token[kind];
  if (!pattern) return at;
  if (isLabelAt(text, at)) return at;
  pattern.lastIndex = at;
  const end = at + (pattern.exec(text)?.[0].length ?? 0);
  return kind !== "recommendation" ? at + text.slice(at, end).replace(/[./:,-]+$/, "").length : end;
}

/** Returns the end of a message without quotes: where its line, the brackets around it or another field ends it. */
function endOfSentence(text: string, at: number, isTight: boolean): number {
  const line = text.indexOf("\n", at);
  const sentence = text.slice(at, Math.min(line < 0 ? text.length : line, at + maximumSentence));
  nextField.lastIndex = 0;
  const ends = [
    labelIn(sentence),
    isTight ? nextField.exec(sentence)?.index : undefined,
    unbalanced(sentence),
  ];
  const length = Math.min(sentence.length, ...ends.flatMap((end) => end ?? []));
  return (
    at +
    withoutQuote(
      sentence
        .slice(0, length)
        .replace(/(?<=[^\s*])\*{2,}\s*$/, "")
        .trimEnd(),
    ).length
  );
}

/** Returns a message without the quote that closes a text around it. */
function withoutQuote(message: string): string {
  const quote = /["'`]$/.exec(message)?.[0];
  return quote !== undefined && message.split(quote).length % 2 === 0 ? message.slice(0, -1) : message;
}

/** How many labels inside parentheses are passed over. */
const maximumInside = 10;

/** Returns where another label begins in a text, outside parentheses that the text has opened; undefined if none does. */
function labelIn(text: string): number | undefined {
  endOfMessage.lastIndex = 0;
  for (let count = 0; count < maximumInside; count++) {
    const index = endOfMessage.exec(text)?.index;
    // A message can begin with a field in brackets.
    if (index === 0 && text.startsWith("[")) continue;
    if (index === undefined || !isInParentheses(text.slice(0, index)) || text[index] === "\n") return index;
  }
  return undefined;
}

function isInParentheses(text: string): boolean {
  return text.split("(").length > text.split(")").length;
}

const pairs: Record<string, string> = { "}": "{", "]": "[", ")": "(" };

/** Returns the offset of the first bracket that closes none of a text's own, or undefined. */
export function unbalanced(text: string): number | undefined {
  const open = { "{": 0, "[": 0, "(": 0 };
  for (const { 0: bracket, index } of text.matchAll(/[{}[\]()]/g)) {
    const opener = (pairs[bracket] ?? bracket) as keyof typeof open;
    open[opener] += bracket === opener ? 1 : -1;
    if (open[opener] < 0) return index;
  }
  return undefined;
}

/** Whether a value says that there is none. */
export function isNothing(value: string): boolean {
  return /^\s*(?:None|null|nil|<nil>|undefined|NULL|\(null\)|-|N\/A)?[\s,;]*$/.test(value);
}
