/** In UTF-16 units. */
const maximumLength = 40;

/** Whether a line without heading syntax serves as a heading: short, and not a sentence. */
export function standsAsHeading(line: string): boolean {
  const text = line.trim();
  if (text === "" || text.length > maximumLength) return false;
  if (/[。.;；!！?？]$|[,，。；|]/.test(text)) return false;
  if (/^(the|this|these|below|here|see|note|for)\b|^(以下|下表|如下|注|参见|请)/i.test(text)) return false;
  return text.split(/\s+/).length <= 6;
}

/** Returns the text of a heading with single spaces, without a trailing anchor (`{#id}`) and a closing colon. */
export function headingText(text: string): string {
  return text
    .replace(/\{#[^}]*\}\s*$/, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[:：]$/, "");
}

/** The headings that are open at a position in a document. */
export class HeadingPath {
  readonly #open: { depth: number; text: string }[] = [];

  /** Opens a heading, which closes those of the same or a greater depth. */
  open(depth: number, text: string): void {
    while ((this.#open.at(-1)?.depth ?? -1) >= depth) this.#open.pop();
    this.#open.push({ depth, text: headingText(text) });
  }

  /** Returns the texts of the open headings, outermost first. */
  texts(): string[] {
    return this.#open.map((heading) => heading.text);
  }
}
