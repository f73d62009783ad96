/** The well-known HTTP statuses with their reason phrases, by which a column of statuses is recognised. */
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
const statusLast = /^[A-Za-z][A-Za-z' -]*(?:\s|[(（:：])\s*([1-5]\d\d)\s*[)）]?$/;

/**
 * Returns the HTTP statuses in a cell such as `403`, `403 Forbidden`, `Forbidden (403)` or `400/404`; undefined if it
 * contains anything else.
 */
export function statusesIn(text: string): number[] | undefined {
  const normalized = text.normalize("NFKC");
  const parts = normalized.split(/\s*(?:[\n,、;/|]|\bor\b|或)\s*/i).filter((part) => part !== "");
  const statuses = [normalized, ...parts].map((part) =>
    Number((status.exec(part) ?? statusLast.exec(part))?.[1] ?? Number.NaN),
  );
  const [whole, ...each] = statuses;
  if (whole !== undefined && !Number.isNaN(whole)) return [whole];
  return each.length === 0 || each.some(Number.isNaN) ? undefined : [...new Set(each)];
}

/** Whether a number is a well-known HTTP status: `404` is, `137` isn't. */
export function isRegisteredStatus(value: number): boolean {
  return phrases[value] !== undefined;
}

/** Returns the reason phrase of an HTTP status, in lower case; undefined if it isn't a well-known one. */
export function phraseOf(value: number): string | undefined {
  return phrases[value];
}

const statuses = new Map(Object.entries(phrases).map(([value, phrase]) => [phrase, Number(value)]));

/** Returns the HTTP status with a reason phrase, which is in lower case. */
export function statusOfPhrase(phrase: string): number | undefined {
  return statuses.get(phrase);
}

/** Whether the cell is only the reason phrase of an HTTP status, such as `Bad Request`. */
export function isStatusPhrase(text: string): boolean {
  const words = text.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[\s_-]+/g, " ");
  return knownPhrases.has(words.toLowerCase());
}

const token = /^[\x21-\x7e]+$/;
const word = "[A-Za-z0-9_$%*{}<>\\[\\]#]+";
const identifier = new RegExp(`^${word}(?:[.:/-]+${word})*$`);

/**
 * Returns how likely a single word is to be an error code, from 0 to 1: high for dotted, CamelCase and underscored names
 * and long numbers, lower for a plain word or a number that may be an HTTP status.
 */
export function codeLikeness(text: string): number {
  if (!token.test(text) || text.length > 128) return 0;
  if (/^[+-]?\d+$/.test(text)) return numberLikeness(text);
  if (/^#\d{3,}$/.test(text)) return 0.6;
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

/** Returns the codes in a cell, several if it lists them; an empty list if it contains anything else. */
export function codesIn(text: string): string[] {
  // A long code that is broken over two lines is one code.
  const cell = withoutNote(text.replace(/\n(?=[._])|(?<=[._])\n|(?<=\w) (?=_\w)|(?<=\w_) (?=\w)/g, ""));
  if (codeLikeness(cell) > 0 && !/[A-Z].*\/.*[A-Z]/.test(cell)) return [cell];
  for (const separator of [/\s*(?:[\n,，、;；]|\s\/|\bor\b|\band\b|或|和)\s*/, /[\s/]+/]) {
    const parts = cell
      .split(separator)
      .map(withoutNote)
      .filter((part) => part !== "");
    // A list separated only by blanks could also be a sentence: each word must almost certainly be a code.
    const minimumLikeness = separator.source.startsWith("[") ? 0.9 : 0.1;
    if (parts.length > 1 && parts.every((part) => codeLikeness(part) >= minimumLikeness))
      return [...new Set(parts)];
  }
  return codeLikeness(cell) > 0 ? [cell] : [];
}

/** Whether the cell may be a code of several words, such as `MOBILE BLACK`; only reliable in a column of codes. */
export function isCodeOfWords(text: string): boolean {
  return text.length <= 60 && /^[A-Z][A-Z0-9_]+(?: [A-Z0-9_]+){1,3}$/.test(text);
}

/** Removes notes and quotes that aren't part of the code: `Code（说明）`, `Code (deprecated)`, `"Code"`, `Code*`. */
function withoutNote(text: string): string {
  const bare = text
    .trim()
    .replace(/^["'“‘「`]+|(?<!["'”’」`])["'”’」`]+$/g, "")
    .replace(/^\*+|(?<=\w)\*+$/g, "");
  return /^([\x21-\x7e]+?)\s*(?:（[^（）]*）|\s\([^()]*\))$/.exec(bare)?.[1] ?? bare;
}

/** Whether the cell has no value: empty, a dash, `N/A`. */
export function isNothing(text: string): boolean {
  return /^(?:[-–—/\\.\s]*|n\/?a|none|null|无|暂无)$/i.test(text);
}

/** Whether the cell is Chinese, Japanese or Korean text; foreign words in it don't count against that. */
export function isChinese(text: string): boolean {
  return (
    (text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0) >= Math.max(1, text.length * 0.15)
  );
}

/** Matches a word with a letter or a placeholder, and what follows it; it begins only where a word begins. */
const wordBeforeWord = /(?<!\S)[^\s\p{L}%{<]*[\p{L}%{<]\S*\s+\S/u;

/** Whether the cell consists of several words that aren't Chinese, Japanese or Korean, as a sentence does. */
export function isSentence(text: string): boolean {
  return !isChinese(text) && wordBeforeWord.test(text) && !isStatusPhrase(text);
}

/** Whether the cell is the name of a data type, as in tables of parameters. */
export function isTypeName(text: string): boolean {
  return /^(?:(?:array|list|map|set)\b.*|(?:string|str|char|int(?:eger)?(?:32|64)?|long|short|float|double|number|bool(?:ean)?|object|json|date(?:time)?|timestamp|bytes?|struct|enum|file|any|uint64|int64)(?:\s*[([<].*|\[\])?)$/i.test(
    text,
  );
}

/** Whether the cell is a yes or no, as in a column “Required”. */
export function isYesOrNo(text: string): boolean {
  return /^(?:是|否|yes|no|y|n|true|false|必选|可选|必填|选填|必须|required|optional|mandatory|√|×|✓|✗)$/i.test(
    text,
  );
}

/** Whether the cell contains a word for a failure, as most error codes and their messages do. */
export function speaksOfFailure(text: string): boolean {
  return /invalid|can(?:no|'|’)t |could not|unable|wrong|not[_ ]?(?:found|exist|support|allow|match|valid|implement|permit|enough)|no[_ ]?(?:such|enough)|exceed|limit|fail|err(?:or)?(?![a-z])|denied|deny|missing|unauth|forbid|unavailable|expire|conflict|internal|unsupported|illegal|malformed|insufficient|already|exist|timeout|timed_?out|throttl|abort|exception|incorrect|mismatch|bad_?|unknown|reject|refus|too_?(?:many|large|long|busy)|错误|失败|无效|不存在|非法|超过|超限|异常|不支持|不合法|未找到|超时|拒绝|缺少|不能|无权|エラー|失敗|無効|できません|できない|存在しません|ありません|不正|超え|오류|실패|잘못|초과|없습니다|없음|않습니다|않은|만료|không|lỗi|thất bại|hết hạn|vượt quá|kh[oô]ng_|gagal|kesalahan|fehlgeschlagen|ungültig|échec|introuvable|não |falh|inválid|ошибк|невер|недопустим/i.test(
    text,
  );
}
