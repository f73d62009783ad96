// Texts of any length in many languages, each of which repeats one construct.

/** Official codes, and misspelled ones, in turns. */
const codes = [
  "AuthFailure.SignatureExpire",
  "InvalidParameter.NotFound",
  "ResourceNotFound",
  "AuthFailure.SignatureExpires",
  "RequestLimitExceeded",
  "LimitExceeded.UinLimit",
  "FailedOpration.NotFound",
  "UnauthorizedOperation",
];

/** Returns a code for a number; every second one is different from all others. */
export function codeAt(index: number): string {
  const code = codes[index % codes.length] ?? "";
  return index % 2 === 0 ? code : `${code}No${index}`;
}

/** Returns the texts of a construct for all numbers below a count, joined. */
export function repeat(
  count: number,
  separator: string,
  textOf: (code: string, index: number) => string,
): string {
  return Array.from({ length: count }, (_, index) => textOf(codeAt(index), index)).join(separator);
}

/** The depth of constructs in constructs: no grammar nests them without limit. */
const depth = 64;

/** Returns lines of a construct that is nested into itself, as many as it takes for a number of levels. */
export function nest(count: number, open: string, inner: string, close: string, separator = "\n"): string {
  const one = open.repeat(depth) + inner + close.repeat(depth);
  return Array.from({ length: Math.max(1, Math.round(count / depth)) }, () => one).join(separator);
}

/** Writes a construct a number of times. */
type Writer = (count: number) => string;

/** The constructs of a language, by their names. */
export type Constructs = Readonly<Record<string, Writer>>;

/** Constructs of languages whose blocks are in braces; `head` opens a function, `ending` follows a statement. */
export function braces(
  head: string,
  {
    variable = "code",
    open = "if (",
    close = ")",
    ending = ";",
    list = ["const retryCodes = [", "]"],
  }: {
    variable?: string;
    open?: string;
    close?: string;
    ending?: string;
    list?: readonly [string, string];
  } = {},
): Record<string, Writer> {
  const within = (body: string) => `${head} {\n${body}\n}\n`;
  const leave = `{ return 1${ending} }`;
  return {
    "else-if chain": (count) =>
      within(repeat(count, " else ", (code) => `${open}${variable} == "${code}"${close} ${leave}`)),
    "|| chain": (count) =>
      within(`${open}${repeat(count, " || ", (code) => `${variable} == "${code}"`)}${close} ${leave}`),
    "ifs in one function": (count) =>
      within(repeat(count, "\n", (code) => `${open}${variable} == "${code}"${close} ${leave}`)),
    functions: (count) =>
      repeat(
        count,
        "",
        (code, index) =>
          `${head.replace("handle", `handle${index}`)} {\n${open}${variable} == "${code}"${close} ${leave}\n}\n`,
      ),
    list: (count) => within(`${list[0]}\n${repeat(count, ",\n", (code) => `"${code}"`)}${list[1]}${ending}`),
    "list on one line": (count) =>
      within(list[0] + repeat(count, ", ", (code) => `"${code}"`) + list[1] + ending),
    calls: (count) => within(repeat(count, "\n", (code) => `retryOn(${variable}, "${code}")${ending}`)),
    "arguments of one call": (count) =>
      within(`isErrorCode(${variable}, ${repeat(count, ", ", (code) => `"${code}"`)})${ending}`),
    "nested calls": (count) =>
      within(`${nest(count, "isCode(", `"${codeAt(0)}"`, ")", `${ending}\n`)}${ending}`),
    "long subject": (count) => within(`${open}${"a".repeat(count)}.code == "${codeAt(0)}"${close} ${leave}`),
    "subject of many parts": (count) =>
      within(`${open}${"a.".repeat(count)}code == "${codeAt(0)}"${close} ${leave}`),
    "string of escapes": (count) => within(`${open}${variable} == "${"\\n".repeat(count)}"${close} ${leave}`),
    "ignore comments": (count) =>
      within(
        repeat(
          count,
          "\n",
          (code) => `// error-codes-ignore-next-line\n${open}${variable} == "${code}"${close} ${leave}`,
        ),
      ),
    "unused ignore comments": (count) =>
      within(repeat(count, "\n", (code) => `// error-codes-ignore-next-line ${code}`)),
    "statements without codes": (count) =>
      within(repeat(count, "\n", (_, index) => `log("value ${index}")${ending}`)),
  };
}

export const switchOf = (count: number, head: string, variable = "code") =>
  `${head} {\nswitch (${variable}) {\n${repeat(count, "\n", (code) => `case "${code}": return 1;`)}\n}\n}\n`;
