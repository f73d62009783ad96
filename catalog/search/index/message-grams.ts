import type { MessageTemplate } from "../meaning/message-template.ts";

/** The length in UTF-16 units of the pieces by which messages are looked up. */
const gramLength = 6;

/** Yields every piece of a text, see {@link keyGrams}. */
export function* gramsIn(text: string): Generator<string> {
  for (let at = 0; at + gramLength <= text.length; at++) yield text.slice(at, at + gramLength);
}

/**
 * Returns for each template the piece of its fixed text that the fewest others have: a message that matches it contains
 * that piece. It is "" for a template of shorter texts only.
 */
export function keyGrams(templates: readonly MessageTemplate[]): string[] {
  const counts = new Map<string, number>();
  const gramsOf = ({ parts }: MessageTemplate) => new Set(parts.flatMap((part) => [...gramsIn(part)]));
  for (const template of templates)
    for (const gram of gramsOf(template)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return templates.map((template) => {
    let [rarest, fewest] = ["", Number.POSITIVE_INFINITY];
    for (const gram of gramsOf(template)) {
      const count = counts.get(gram) ?? 0;
      if (count < fewest) [rarest, fewest] = [gram, count];
    }
    return rarest;
  });
}
