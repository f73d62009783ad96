/** What stands for a value in a message template: `%s`, `{Name}`, `${name}`, `<name>`, `XXX`, `[…]`, or a quoted name. */
const placeholder =
  /%[sdv]|\$?\{[^{}]{0,60}\}|<[^<>]{1,40}>|\bx{3,}\b|\[[^[\]]{0,60}\]|"[^"]{1,60}"|'[^']{1,60}'/g;

/** Less fixed text than this says nothing of a message. */
const minimumFixed = 12;

/** A message template, ready to be looked for in concrete messages. */
export interface MessageTemplate {
  /** The fixed texts between its placeholders, normalised, in order. */
  parts: string[];
  /** How many letters of it are fixed. */
  fixed: number;
}

/** The template of a message, or undefined where it is all placeholder. */
export function toTemplate(message: string): MessageTemplate | undefined {
  const parts = normalizeMessage(message)
    .split(placeholder)
    .map((part) => part.trim())
    .filter((part) => part.length > 0);
  const fixed = parts.reduce((sum, part) => sum + part.length, 0);
  return fixed < minimumFixed ? undefined : { parts, fixed };
}

/**
 * Whether a concrete message, or a log line around one, was made of a template: all its fixed parts occur in it in
 * order. The answer is the number of fixed letters, by which the most telling of several templates is chosen.
 */
export function matchTemplate(template: MessageTemplate, message: string): number {
  let at = 0;
  for (const part of template.parts) {
    const found = message.indexOf(part, at);
    if (found < 0) return 0;
    at = found + part.length;
  }
  return template.fixed;
}

/** A message in the form in which templates are compared: one case, plain quotes, single spaces, no full stop. */
export function normalizeMessage(message: string): string {
  return message
    .toLowerCase()
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, " ")
    .replace(/[.。]+(?=\s|$)/g, "")
    .trim();
}
