/** The HTTP statuses that are registered, with their phrases: what a column of mere statuses consists of. */
const phrases: Readonly<Record<number, string>> = {
  100: "continue",
  101: "switching protocols",
  200: "ok",
  201: "created",
  202: "accepted",
  203: "non authoritative information",
  204: "no content",
  205: "reset content",
  206: "partial content",
  207: "multi status",
  300: "multiple choices",
  301: "moved permanently",
  302: "found",
  303: "see other",
  304: "not modified",
  305: "use proxy",
  307: "temporary redirect",
  308: "permanent redirect",
  400: "bad request",
  401: "unauthorized",
  402: "payment required",
  403: "forbidden",
  404: "not found",
  405: "method not allowed",
  406: "not acceptable",
  407: "proxy authentication required",
  408: "request timeout",
  409: "conflict",
  410: "gone",
  411: "length required",
  412: "precondition failed",
  413: "payload too large",
  414: "uri too long",
  415: "unsupported media type",
  416: "range not satisfiable",
  417: "expectation failed",
  421: "misdirected request",
  422: "unprocessable entity",
  423: "locked",
  424: "failed dependency",
  425: "too early",
  426: "upgrade required",
  428: "precondition required",
  429: "too many requests",
  431: "request header fields too large",
  451: "unavailable for legal reasons",
  499: "client closed request",
  500: "internal server error",
  501: "not implemented",
  502: "bad gateway",
  503: "service unavailable",
  504: "gateway timeout",
  505: "http version not supported",
  507: "insufficient storage",
  509: "bandwidth limit exceeded",
  511: "network authentication required",
};
const knownPhrases = new Set([
  ...Object.values(phrases),
  "internal error",
  "request entity too large",
  "request uri too long",
  "gateway time out",
  "request time out",
]);

const status =
  /^(?:HTTP(?:\/[\d.]+)?\s*)?([1-5]\d\d)(?:\s*[-–:：]?\s*[A-Za-z][A-Za-z' -]*|\s*[(（][^()（）]*[)）])?$/i;
const statusLast = /^[A-Za-z][A-Za-z' -]*\s*[(（:：-]?\s*([1-5]\d\d)\s*[)）]?$/;

/** The HTTP statuses in a cell such as `403`, `403 Forbidden`, `Forbidden (403)` or `400/404`; `undefined` if it holds anything else. */
export function statusesIn(text: string): number[] | undefined {
  const half = text.normalize("NFKC");
  const parts = half.split(/\s*(?:[\n,、;/|]|\bor\b|或)\s*/i).filter((part) => part !== "");
  const read = [half, ...parts].map((part) =>
    Number((status.exec(part) ?? statusLast.exec(part))?.[1] ?? Number.NaN),
  );
  const [whole, ...each] = read;
  if (whole !== undefined && !Number.isNaN(whole)) return [whole];
  return each.length === 0 || each.some(Number.isNaN) ? undefined : [...new Set(each)];
}

/** Whether HTTP knows the status: `404` does, `137` doesn't. */
export function isRegisteredStatus(value: number): boolean {
  return phrases[value] !== undefined;
}

/** Whether the cell is but the phrase of an HTTP status, such as `Bad Request`. */
export function isStatusPhrase(text: string): boolean {
  const words = text.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[\s_-]+/g, " ");
  return knownPhrases.has(words.toLowerCase());
}

const token = /^[\x21-\x7e]+$/;
const word = "[A-Za-z0-9_$%*{}<>\\[\\]#]+";
const identifier = new RegExp(`^${word}(?:[.:/-]+${word})*$`);

/**
 * How surely one word is an error code, from 0 to 1: dotted, humped or underscored names and long numbers
 * surely, a plain word or a number that may be an HTTP status less so.
 */
export function codeLikeness(text: string): number {
  if (!token.test(text) || text.length > 128) return 0;
  if (/^[+-]?\d+$/.test(text)) return numberLikeness(text);
  if (!identifier.test(text) || !/[A-Za-z]/.test(text) || /^https?:/i.test(text)) return 0;
  if (/^v?\d+(\.\d+)+$/i.test(text) || /^\d{4}-\d\d-\d\d/.test(text)) return 0;
  if (/^0x[0-9a-f]+$/i.test(text)) return 0.95;
  if (/[A-Za-z].*[._]|[._].*[A-Za-z]/.test(text)) return 1;
  if (/[a-z][A-Z]/.test(text) || /[A-Za-z]-?\d{2,}|\d{2,}-?[A-Za-z]/.test(text)) return 1;
  return /[:/-]/.test(text) ? 0.7 : /^[A-Z]/.test(text) ? 0.6 : 0.4;
}

function numberLikeness(text: string): number {
  if (/^[+-]/.test(text) || text.length > 3) return 0.9;
  return Number(text) >= 100 && Number(text) < 600 ? 0.4 : 0.6;
}

/** The codes in a cell, several if the cell lists them; empty if it holds anything else. */
export function codesIn(text: string): string[] {
  // A long code broken over two lines is one code.
  const cell = withoutNote(text.replace(/\n(?=[._])|(?<=[._])\n|(?<=\w) (?=_\w)|(?<=\w_) (?=\w)/g, ""));
  if (codeLikeness(cell) > 0 && !/[A-Z].*\/.*[A-Z]/.test(cell)) return [cell];
  for (const separator of [/\s*(?:[\n,，、;；]|\s\/|\bor\b|\band\b|或|和)\s*/, /[\s/]+/]) {
    const parts = cell
      .split(separator)
      .map(withoutNote)
      .filter((part) => part !== "");
    // A list separated by blanks alone could as well be a sentence: all must be codes for sure.
    const least = separator.source.startsWith("[") ? 0.9 : 0.1;
    if (parts.length > 1 && parts.every((part) => codeLikeness(part) >= least)) return [...new Set(parts)];
  }
  return codeLikeness(cell) > 0 ? [cell] : [];
}

/** Whether the cell is a code of several words, such as `MOBILE BLACK`: to be believed only in a column of codes. */
export function isCodeOfWords(text: string): boolean {
  return text.length <= 60 && /^[A-Z][A-Z0-9_]+(?: [A-Z0-9_]+){1,3}$/.test(text);
}

/** `Code（说明）`, `Code (deprecated)`, `"Code"`, `Code*`: the note and the quotes aren't of the code. */
function withoutNote(text: string): string {
  const bare = text
    .trim()
    .replace(/^["'“‘「`]+|["'”’」`]+$/g, "")
    .replace(/^\*+|(?<=\w)\*+$/g, "");
  return /^([\x21-\x7e]+?)\s*(?:（[^（）]*）|\s\([^()]*\))$/.exec(bare)?.[1] ?? bare;
}

/** Whether the cell says that there's nothing: empty, a dash, `N/A`. */
export function isNothing(text: string): boolean {
  return /^(?:[-–—/\\.\s]*|n\/?a|none|null|无|暂无)$/i.test(text);
}

/** Whether Chinese, Japanese or Korean writing carries the cell: a foreign word inside it doesn't count against it. */
export function isChinese(text: string): boolean {
  return (
    (text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0) >= Math.max(1, text.length * 0.15)
  );
}

/** Whether the cell is words of a sentence in Latin letters. */
export function isSentence(text: string): boolean {
  return !isChinese(text) && /[\p{L}%{<]\S*\s+\S/u.test(text) && !isStatusPhrase(text);
}

/** Whether the cell is the name of a data type, as in tables of parameters. */
export function isTypeName(text: string): boolean {
  return /^(?:(?:array|list|map|set)\b.*|(?:string|str|char|int(?:eger)?(?:32|64)?|long|short|float|double|number|bool(?:ean)?|object|json|date(?:time)?|timestamp|bytes?|struct|enum|file|any|uint64|int64)(?:\s*[([<].*|\[\])?)$/i.test(
    text,
  );
}

/** Whether the cell answers yes or no, as in a column “Required”. */
export function isYesOrNo(text: string): boolean {
  return /^(?:是|否|yes|no|y|n|true|false|必选|可选|必填|选填|必须|required|optional|mandatory|√|×|✓|✗)$/i.test(
    text,
  );
}

/** Whether the cell speaks of failure, as most error codes and their texts do. */
export function speaksOfFailure(text: string): boolean {
  return /invalid|not[_ ]?(?:found|exist|support|allow|match|valid|implement|permit|enough)|no[_ ]?(?:such|enough)|exceed|limit|fail|err(?:or)?(?![a-z])|denied|deny|missing|unauth|forbid|unavailable|expire|conflict|internal|unsupported|illegal|malformed|insufficient|already|exist|timeout|timed_?out|throttl|abort|exception|incorrect|mismatch|bad_?|unknown|reject|refus|too_?(?:many|large|long|busy)|错误|失败|无效|不存在|非法|超过|超限|异常|不支持|不合法|未找到|超时|拒绝|缺少|不能|无权|エラー|失敗|無効|오류|실패|잘못|초과/i.test(
    text,
  );
}
