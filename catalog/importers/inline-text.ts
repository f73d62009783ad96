const htmlElements = new Set(
  (
    "a abbr b big br center cite code del div em font i img ins kbd label li mark ol p pre q s samp script small span " +
    "strike strong style sub sup table tbody td th thead tr tt u ul var wbr"
  ).split(" "),
);
const lineBreakingElements = new Set(["br", "p", "li", "div", "tr"]);

/** Whether HTML has an element of this name, which distinguishes markup from a placeholder such as `<Name>` in a message. */
export function isHtmlElement(name: string): boolean {
  return htmlElements.has(name.toLowerCase());
}

/** Whether an element of this name starts a new line. */
export function breaksLine(name: string): boolean {
  return lineBreakingElements.has(name.toLowerCase());
}

/** Trims every line, collapses runs of blanks, and leaves out empty lines. */
export function tidy(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/[\s\p{Cc}\u200b\ufeff]+/gu, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}
