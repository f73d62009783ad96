/** Returns a text with an ellipsis in place of what is beyond a number of UTF-16 units; no surrogate pair is divided. */
export function shortened(text: string, maximum: number): string {
  return text.length > maximum ? `${text.slice(0, maximum).replace(/[\ud800-\udbff]$/, "")}…` : text;
}
