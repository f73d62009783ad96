import { unbalanced } from "./scanner/bare-values.ts";
import type { Field } from "./scanner/scan.ts";
import type { Finding, Value } from "./sentences/sentence.ts";

/** What closes a literal of a list, or the emphasis of a chat, in which a sentence stands. */
const closing = /\\{0,31}["'`](?=\s{0,3}[,\]})])|(?:(?<=[^\s*])\*\*|[`"'])\s*$/g;

/**
 * Returns what a sentence states, with its message inside the literal, the brackets and the quotes in which it stands.
 * The literals are those of the text, in order.
 */
export function withinBounds(finding: Finding, literals: readonly Field[], text: string): Finding {
  const { message, code } = finding.fields;
  if (!message) return finding;
  const quoted = insideQuote(message, text.charAt((code ?? message).start - 1));
  const bounded = withoutClosing(insideLiteral(quoted, literals));
  if (bounded === message) return finding;
  return { ...finding, fields: { ...finding.fields, message: bounded } };
}

const closingOf: Record<string, string> = { '"': '"', "`": "`", "“": "”", "「": "」" };

/** Cuts a message at the quote that closes the one before its code. */
function insideQuote(message: Value, opener: string): Value {
  const at = message.value.indexOf(closingOf[opener] ?? "\n");
  return at > 0 ? cut(message, 0, at) : message;
}

/** Cuts a message where the literal begins or ends that it shares a part with. */
function insideLiteral(message: Value, literals: readonly Field[]): Value {
  const end = message.start + message.value.length;
  const first = literalAt(message.start, literals);
  if (first) return first.end < end ? cut(message, 0, first.end - message.start) : message;
  const last = literalAt(end - 1, literals);
  return last ? cut(message, last.start - message.start, message.value.length) : message;
}

/** Returns the literal that an offset is in. */
function literalAt(offset: number, literals: readonly Field[]): Field | undefined {
  let [low, high] = [0, literals.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((literals[middle] as Field).start <= offset) low = middle + 1;
    else high = middle;
  }
  const literal = literals[low - 1];
  return literal && offset < literal.end ? literal : undefined;
}

/** Cuts a message before a bracket or a quote that closes what was opened before it. */
function withoutClosing(message: Value): Value {
  const { value } = message;
  const bracket = unbalanced(value) ?? value.length;
  for (const { 0: mark, index } of value.matchAll(closing)) {
    if (index >= bracket) break;
    const sign = mark.trim().at(-1) as string;
    const isOpen = value.slice(0, index).split(sign).length % 2 === 0;
    if (!isOpen || sign === "*") return cut(message, 0, index);
  }
  return bracket < value.length ? cut(message, 0, bracket) : message;
}

function cut({ value, start }: Value, from: number, to: number): Value {
  const part = value.slice(from, to).trimEnd();
  return { value: part, start: start + from, end: start + from + part.length };
}
