import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";

/** More HTML is not read: its beginning says what a code means. In UTF-16 units. */
const maximumHtml = 4000;

/** Returns the text of the first paragraphs of documentation in HTML, on one line. */
export function plainTextOf(html: string): string {
  if (!/[<&]/.test(html)) return html.replace(/\s+/g, " ").trim();
  const open: DefaultTreeAdapterTypes.Node[] = [parseFragment(html.slice(0, maximumHtml))];
  let text = "";
  for (let node = open.pop(); node; node = open.pop()) {
    if ("value" in node) text += node.value;
    if ("childNodes" in node) open.push(...node.childNodes.toReversed());
  }
  return text.replace(/\s+/g, " ").trim();
}
