import type { Entry } from "../model/entry.ts";
import { placeholder } from "../search/meaning/message-template.ts";

/** A placeholder of a message, as `{InstanceId}` or `%s`, and what stands in its place in a concrete message. */
export interface FilledPlaceholder {
  placeholder: string;
  value: string;
}

/** Returns what stands in a message for the placeholders of the first template of an entry that it matches. */
export function filledPlaceholders(
  { messages }: Pick<Entry, "messages">,
  message: string,
): FilledPlaceholder[] {
  for (const template of messages) {
    const found = valuesIn(message, template);
    if (found.length > 0) return found;
  }
  return [];
}

function valuesIn(message: string, template: string): FilledPlaceholder[] {
  const names = [...template.matchAll(placeholder)].filter(([name]) => !/^["']/.test(name));
  const lower = message.toLowerCase();
  if (names.length === 0 || lower.length !== message.length) return [];
  const values: FilledPlaceholder[] = [];
  let [at, from] = [0, 0];
  for (const [index, { 0: name, index: start }] of names.entries()) {
    const before = template.slice(from, start).toLowerCase();
    const found = lower.indexOf(before, at);
    if (found < 0) return [];
    from = start + name.length;
    const after = template.slice(from, names[index + 1]?.index ?? template.length).toLowerCase();
    const valueStart = found + before.length;
    const valueEnd = after === "" ? message.length : lower.indexOf(after, valueStart);
    if (valueEnd <= valueStart) return [];
    const value = message.slice(valueStart, valueEnd);
    // What is still a placeholder says nothing.
    if (value !== name) values.push({ placeholder: name, value });
    at = valueEnd;
  }
  return values;
}
