/** A code span, an escaped character, a link, or the marks of bold and italic text. */
const inline =
  /(?<fence>`+)(?<code>[\s\S]*?[^`])\k<fence>(?!`)|\\(?<escaped>[!-/:-@[-`{-~])|\[(?<text>(?:\\.|[^\]\\])*)\]\((?<target>[^()\s]*)\)|&(?<entity>lt|amp);|\*\*|(?<![\p{L}\p{N}_])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}_])/gu;

/**
 * Returns the text of our own Markdown, for readers that show none: without marks, and with the targets of links to the
 * web behind their texts.
 */
export function plainTextOf(markdown: string): string {
  return markdown
    .split("\n")
    .map((line) => textOf(line.replace(/^#{1,6} /, "").replace(/^---$/, "————")))
    .join("\n");
}

function textOf(line: string): string {
  return line.replace(inline, (...match) => {
    const groups = match.at(-1) as Record<string, string | undefined>;
    if (groups.code !== undefined) return groups.code.replace(/^ (?=`)|(?<=`) $/g, "");
    if (groups.escaped !== undefined) return groups.escaped;
    if (groups.entity !== undefined) return groups.entity === "lt" ? "<" : "&";
    if (groups.text === undefined) return "";
    const { text, target = "" } = groups;
    return /^https?:/.test(target) ? `${textOf(text)} <${target}>` : textOf(text);
  });
}
