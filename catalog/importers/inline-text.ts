import type { PhrasingContent } from "mdast";

const known = new Set(
  (
    "a abbr b big br center cite code del div em font i img ins kbd label li mark ol p pre q s samp script small span " +
    "strike strong style sub sup table tbody td th thead tr tt u ul var wbr"
  ).split(" "),
);
const breaking = new Set(["br", "p", "li", "div", "tr"]);

/** Whether HTML knows an element of this name, so that `<Name>` in a message is told from markup. */
export function isHtmlElement(name: string): boolean {
  return known.has(name.toLowerCase());
}

/** Whether an element of this name starts a new line. */
export function breaksLine(name: string): boolean {
  return breaking.has(name.toLowerCase());
}

/** The text of inline Markdown as a reader sees it: links, code and emphasis as their text, `<br>` as a line break. */
export function inlineText(nodes: readonly PhrasingContent[]): string {
  return nodes.map(textOf).join("");
}

/** Lines without the blanks around them, empty ones left out. */
export function tidy(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/[\s\p{Cc}\u200b\ufeff]+/gu, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}

function textOf(node: PhrasingContent): string {
  switch (node.type) {
    case "break":
      return "\n";
    case "html":
      return htmlText(node.value);
    case "image":
    case "imageReference":
      return node.alt ?? "";
    default:
      if ("children" in node) return inlineText(node.children);
      return "value" in node ? node.value : "";
  }
}

function htmlText(tag: string): string {
  if (tag.startsWith("<!--")) return "";
  const name = /^<\/?([A-Za-z][\w-]*)/.exec(tag)?.[1];
  if (name === undefined || !isHtmlElement(name)) return tag;
  return breaksLine(name) ? "\n" : "";
}
