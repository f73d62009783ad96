import { words } from "../catalog/words.ts";
import type { Clue, Literal } from "./literals.ts";

/** Why a literal is believed to be an error code. */
type EvidenceKind = "compared" | "case" | "value" | "element";

/** The belief in a literal, and the words of the code that it rests on. */
export interface Evidence {
  kind: EvidenceKind;
  /** The expression or key that names error codes. */
  subject: string;
}

/** What makes a literal an error code, or undefined where nothing does. */
export function evidenceOf(literal: Literal): Evidence | undefined {
  const clue = literal.clues.find(speaksOfCodes);
  if (!clue) return undefined;
  return { kind: clue.kind === "listed" ? "element" : clue.kind, subject: clue.subject };
}

function speaksOfCodes({ kind, subject }: Clue): boolean {
  return kind === "listed" ? namesCodes(subject) : namesCode(subject);
}

/** Calls and casts around a value that do not change what it is: `tea.StringValue(e.Code)`, `e.code as string`. */
const conversions = new Set([
  "as",
  "string",
  "str",
  "text",
  "value",
  "string value",
  "to string",
  "get",
  "trim",
  "strip",
  "unwrap",
  "get value",
  "must",
  "any",
  "const",
  "default",
  "or default",
  "ptr",
  "pointer",
  "unknown",
  "name",
]);

/** Words before "code" that make it another code: HTTP's, a country's, a process's … */
const otherCodes = new Set([
  "status",
  "http",
  "exit",
  "return",
  "country",
  "city",
  "area",
  "zip",
  "postal",
  "post",
  "language",
  "lang",
  "locale",
  "currency",
  "region",
  "source",
  "byte",
  "op",
  "char",
  "key",
  "qr",
  "bar",
  "color",
  "colour",
  "verification",
  "verify",
  "verifying",
  "invite",
  "invitation",
  "promo",
  "coupon",
  "discount",
  "sms",
  "auth",
  "authorization",
  "captcha",
  "product",
  "item",
  "account",
  "business",
  "dept",
  "department",
  "signal",
  "unicode",
  "vs",
  "js",
  "py",
  "zone",
  "bank",
  "stock",
  "tax",
  "role",
  "menu",
  "dict",
  "type",
  "category",
  "grant",
  "two",
  "mfa",
  "otp",
  "pass",
  "access",
  "hash",
  "machine",
  "native",
  "assembly",
  "shell",
  "inline",
  "example",
  "sample",
]);

const errorWords = new Set([
  "error",
  "errors",
  "err",
  "errs",
  "errcode",
  "errorcode",
  "errcodes",
  "errorcodes",
  "exception",
  "fault",
  "failure",
  "fail",
  "failed",
]);
const codeWords = new Set(["code", "codes", "errcode", "errorcode", "errcodes", "errorcodes"]);

/** Whether an expression or key names an error's code: `err.code`, `e.getErrorCode()`, `"Code"`, `error_code`. */
function namesCode(subject: string): boolean {
  const names = (subject.match(/[\p{L}_$][\p{L}\p{N}_$-]*/gu) ?? []).map((name) => words(name));
  const ofErrorName = names.at(-1)?.join(" ") === "name" && isError(names.at(-2));
  if (ofErrorName) return true;
  while (names.length > 1 && conversions.has(names.at(-1)?.join(" ") ?? "")) names.pop();
  const last = names.at(-1) ?? [];
  if (!last.some((word) => codeWords.has(word))) return false;
  if (last.some((word) => errorWords.has(word))) return true;
  return codeWords.has(last.at(-1) ?? "") && !last.some((word) => otherCodes.has(word));
}

/** Whether a key names a list of error codes: `errorCodes`, `retryableErrors`, `retry_on`, `codes`. */
function namesCodes(subject: string): boolean {
  const all = words(subject);
  if (namesCode(subject)) return true;
  if (all.some((word) => word === "errors" || word === "exceptions" || word === "throttling")) return true;
  return (
    all.some((word) => /^retry|^retri|^ignor/.test(word)) &&
    all.some((word) => ["on", "error"].includes(word))
  );
}

function isError(name: string[] | undefined): boolean {
  const joined = name?.join(" ") ?? "";
  return (
    ["e", "ex", "err", "error", "exception", "cause"].includes(joined) || errorWords.has(name?.at(-1) ?? "")
  );
}
