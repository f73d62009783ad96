/** A placeholder for a value in a message template: `%s`, `{Name}`, `${name}`, `<name>`, `XXX`, `[…]`, or a quoted name. */
export const placeholder =
  /%[sdv]|\$?\{[^{}]{0,60}\}|<[^<>]{1,40}>|\bx{3,}\b|\[[^[\]]{0,60}\]|"[^"]{1,60}"|'[^']{1,60}'/g;

/** A template with less fixed text than this (in UTF-16 units) matches by chance. */
const minimumFixed = 12;

/** A parsed message template, against which concrete messages are matched. */
export interface MessageTemplate {
  /** The fixed texts around its placeholders, normalised, in order. */
  parts: string[];
  /** The length of its fixed texts, in UTF-16 units. */
  fixedLength: number;
}

/** Parses a message with placeholders into a template, or returns undefined if it has too little fixed text. */
export function toTemplate(message: string): MessageTemplate | undefined {
  const parts = normalizeMessage(message)
    .split(placeholder)
    .map((part) => part.trim())
    .filter((part) => part.length > 0);
  const fixedLength = parts.reduce((sum, part) => sum + part.length, 0);
  return fixedLength < minimumFixed ? undefined : { parts, fixedLength };
}

/**
 * Matches a normalised concrete message, or a log line around one, against a template: all fixed parts must occur in
 * order. Returns the length of the fixed texts, by which the most specific of several templates is chosen, or 0.
 */
export function matchTemplate(template: MessageTemplate, message: string): number {
  let at = 0;
  for (const part of template.parts) {
    const found = message.indexOf(part, at);
    if (found < 0) return 0;
    at = found + part.length;
  }
  return template.fixedLength;
}

/** Normalises a message for comparison with templates: lower case, plain quotes, single spaces, no full stops. */
export function normalizeMessage(message: string): string {
  return message
    .toLowerCase()
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, " ")
    .replace(/(?<![.。])[.。]+(?=\s|$)/g, "")
    .trim();
}
