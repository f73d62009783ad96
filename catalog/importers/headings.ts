const maximum = 40;

/** Whether a line outside any heading syntax stands as one: short, and no sentence. */
export function standsAsHeading(line: string): boolean {
  const text = line.trim();
  if (text === "" || text.length > maximum) return false;
  if (/[。.;；!！?？]$|[,，。；|]/.test(text)) return false;
  if (/^(the|this|these|below|here|see|note|for)\b|^(以下|下表|如下|注|参见|请)/i.test(text)) return false;
  return text.split(/\s+/).length <= 6;
}

/** A heading's text without what only the page needs: anchors, emphasis, a closing colon. */
export function headingText(text: string): string {
  return text
    .replace(/\{#[^}]*\}\s*$/, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[:：]$/, "");
}

/** The headings open at one point of a document. */
export class HeadingPath {
  readonly #open: { depth: number; text: string }[] = [];

  /** A heading opens, and closes those as deep or deeper. */
  open(depth: number, text: string): void {
    while ((this.#open.at(-1)?.depth ?? 0) >= depth) this.#open.pop();
    this.#open.push({ depth, text: headingText(text) });
  }

  /** The texts, outermost first. */
  texts(): string[] {
    return this.#open.map((heading) => heading.text);
  }
}
