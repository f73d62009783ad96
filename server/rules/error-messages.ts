import { wordsOf } from "../../catalog/model/words.ts";
import { mentionsCode, namesError } from "../evidence/names.ts";

// What a text that is searched for a code is: the message of an error that carries the code, or something else.

/** Calls that convert an error to text: `str(e)`, and what is converted. */
const conversion = /^(?:str|repr|string|fmt\.Sprint|sprint|format|unicode)\((.*)\)$/is;

/** Methods and properties that convert an error to text: `err.Error()`, and what is converted. */
const convertingMember = /^(.*?)(?:\?\.|->|\.)(?:error\(\)|(?:to_?string|to_s|what|inspect)(?:\(\))?)$/is;

/** A method, property or key, and what it belongs to: `e.getMessage()`, `e["message"]`. */
const member = /^(.*?)(?:(?:\?\.|->|\.|::)(\w+)(?:\(\))?|\[\s*["':]?(\w+)["']?\s*\])$/s;

/**
 * Returns the error whose message an expression is, as it is written: `e` for `str(e)`, `e.message` and `e.getMessage()`.
 * Undefined if it is not certain that it is such a message: it is or contains the code, or is the message of something
 * else, such as a task. A variable counts as what it is assigned in `before`, the text in front of the expression.
 */
export function errorWithMessage(expression: string, before: string): string | undefined {
  const text = expression.trim().replace(/[!?]+$/, "");
  if (mayBeCode(text)) return undefined;
  if (/^[$@]?[\p{L}_][\p{L}\p{N}_]*$/u.test(text)) {
    const assigned = assignedTo(text, before);
    return assigned !== undefined && assigned !== text ? errorWithMessage(assigned, "") : undefined;
  }
  const converted = conversion.exec(text)?.[1] ?? convertingMember.exec(text)?.[1];
  if (converted !== undefined) return errorWithMessage(converted, before) ?? errorNamed(converted);
  const { 1: owner, 2: property, 3: key } = member.exec(text) ?? [];
  const name = property ?? key ?? "";
  if (owner === undefined) return undefined;
  if (isMessageName(name)) return errorNamed(owner);
  // `e.getMessage().toLowerCase()`
  return /^(?:to_?lower|to_?upper|down|up|trim|strip|lower|upper)/i.test(name)
    ? errorWithMessage(owner, before)
    : undefined;
}

/** Whether an expression is the code or the name of an error, or falls back from one to the other. */
function mayBeCode(expression: string): boolean {
  const mentioned = expression.replace(/["']/g, " ");
  return mentionsCode(mentioned) || /\bname\b/i.test(mentioned);
}

function isMessageName(name: string): boolean {
  return wordsOf(name).some((word) => /^(?:message|messages|msg|errmsg|description)$/.test(word));
}

/** Returns an expression if it is an error by its name; one that something else holds is stored. */
function errorNamed(expression: string): string | undefined {
  const isStored = /^(?:self|this|\$this)(?:\.|->)/.test(expression);
  return namesError(expression) && !isStored && !isMessageName(expression) ? expression : undefined;
}

/** Returns what a variable is assigned last in a text, up to the end of the line. */
function assignedTo(variable: string, before: string): string | undefined {
  const name = variable.replace(/[$]/g, "\\$");
  const assignment = new RegExp(`(?<![\\w.$>])${name}\\s*(?::\\s*\\w+\\s*)?:?=(?!=)\\s*([^\\n;]+)`, "g");
  return [...before.matchAll(assignment)].at(-1)?.[1]?.trim();
}

/** Types of all errors: catching one of them alone says nothing about what is caught. */
const anyError = /^\\?(?:System\.|java\.lang\.)?(?:Base)?(?:Exception|Throwable|StandardError)$/;

/** Returns whether the last clause that catches a variable catches errors of all kinds, in a language that names them. */
export function isCaughtAsAnyError(error: string, before: string): boolean {
  const name = /^[$@]?[\p{L}_][\p{L}\p{N}_]*/u.exec(error)?.[0].replace(/[$]/g, "\\$");
  if (name === undefined) return false;
  const clause = new RegExp(
    `\\b(?:except\\s+([^\\n]*?)\\s+as\\s+${name}\\s*:|rescue\\s+([^\\n]*?)\\s*=>\\s*${name}(?!\\w)|catch\\s*\\(([^()\\n]*?)\\s*${name}(?:\\s*:\\s*([\\w.]+))?\\s*\\))`,
    "g",
  );
  const caught = [...before.matchAll(clause)].at(-1);
  if (!caught) return false;
  const types = (caught[1] ?? caught[2] ?? caught[4] ?? caught[3] ?? "").replace(/^\(|\)$|\bfinal\b/g, "");
  const named = types
    .split(/[|,]/)
    .map((type) => type.trim())
    .filter((type) => type !== "");
  return named.length > 0 && named.every((type) => anyError.test(type));
}
