// The names of fields as all notations write them, and the brackets and tags around them.

/** Labels of several words, and Chinese ones. */
const labels = [
  "(?:HTTP )?(?:Status|Response) Code",
  "HTTP Status",
  "(?:Error|Err) Code",
  "Error Message",
  "(?:(?:S3 )?Extended )?Request ID",
  "(?:Host|Trace) ID",
  "Request Endpoint",
  "Exception name",
  "(?:错误|返回|报错|状态)代?码",
  "(?:错误|失败|报错)?(?:信息|消息|描述|提示|原因)",
  "请求 ?ID",
].join("|");

/** Returns the name that a Chinese label stands for; any other name itself. */
export function nameOf(label: string): string {
  if (!/\p{Script=Han}/u.test(label)) return label;
  if (label.startsWith("请求")) return "requestId";
  if (label.startsWith("状态")) return "statusCode";
  // Why something failed is said last.
  return label.endsWith("码") ? "code" : label.endsWith("原因") ? "reason" : "message";
}

const anyCase = (text: string) =>
  text.replace(/[A-Za-z]/g, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);

/** A tag of XML, a field name with what separates it from its value, or a bracket. */
export const token = new RegExp(
  [
    String.raw`<(?<tag>\/?[A-Za-z](?:[\w:.-]{0,60}\w)?)(?:\s[^<>=]{0,100}=[^<>]{0,500}|\s{1,20})?(?<empty>\/)?>`,
    String.raw`\[:?["']?(?<listed>[A-Za-z][\w -]{0,40})["']?\]\s{0,3}(?:=>|[:=])`,
    String.raw`(?<escapes>\\{0,31})(?<quote>["'])(?<quoted>[\w$.@:-]{1,60})\k<escapes>\k<quote>\s{0,20}(?:=>|[:=])`,
    // A header in a list of pairs, as Python, Elixir and Erlang print them
    String.raw`(?<=[[{(]\s{0,3}(?:<<)?)(?<pairEscapes>\\{0,31})(?<pairQuote>["'])(?<pair>[A-Za-z]\w*(?:-\w{1,40}){1,5})\k<pairEscapes>\k<pairQuote>(?:>>)?\s?,(?=\s?(?:<<)?\\{0,31}["'])(?:\s?<<)?`,
    // An element of a list, as R prints it
    String.raw`(?<=^|\n)(?:\$[\w\`]{1,60})?\$\`?(?<element>[A-Za-z][\w.-]{0,60})\`?\r?\n\[1\](?= )`,
    String.raw`(?<![\w:]):(?<symbol>[a-z_]\w{0,40})\s?=>`,
    // A keyword before its value, as Clojure prints it
    String.raw`(?<![\w:]):(?:[A-Za-z][\w.-]{0,60}/)?(?<keyword>[A-Za-z][\w-]{0,40}) (?=\\{0,31}"|\d)`,
    String.raw`(?<![\w$@.-])(?<bare>${anyCase(labels)}|[A-Za-z$_@][\w$@-]{0,60}(?:\.[\w$-]{1,60}){0,6})\s{0,20}(?:=>|:(?![:/\\])|=(?!=)|：)`,
    "(?<open>[{[(])",
    String.raw`(?<close>[}\])])`,
  ].join("|"),
  "g",
);

/** What stands around a value: a constructor, a type, the prefix of a string. */
export const wrapper =
  /(?:(?:Some|Optional|Ok|Err|StatusCode|String|int)\(|Just |chr (?=")|string\(\d{1,6}\) (?=")|&|[bur@N](?=\\{0,31}["']))*/y;

/** A constructor before a literal, as Haskell and F# print it: `ErrorCode "NoSuchKey"`. */
export const constructorName = /[A-Z]\w{0,40} (?=\\{0,31}")/y;

/** Whether a literal is the name of a field itself: what stands before it announces an object without its bracket. */
export function isKey(text: string, at: number): boolean {
  return /^(["'])[\w$.@-]{1,60}\1\s?(?::|=>)/.test(text.slice(at, at + 66));
}

/** Whether an object begins at an offset: what it has are fields of their own. */
export function isStructure(text: string, at: number): boolean {
  return /^\{\s{0,40}\\{0,31}["']\w{1,60}\\{0,31}["']\s?:/.test(text.slice(at, at + 200));
}

/** Whether a word without quotes is the name of a type, with its fields in brackets behind it. */
export function isConstructor(text: string, start: number, end: number): boolean {
  return /^[A-Z][A-Za-z]*$/.test(text.slice(start, end)) && /^ ?\{/.test(text.slice(end, end + 2));
}
