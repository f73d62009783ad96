/**
 * Returns the content of a string literal, whatever its prefix and quotes, and where it starts in `text`, in UTF-16
 * units. A scalar that is not `quoted` is its own content. Returns undefined if the string is incomplete or spans
 * lines.
 */
export function contentOf(text: string, quoted: boolean): { text: string; start: number } | undefined {
  if (!quoted) return text.includes("\n") ? undefined : { text, start: 0 };
  // Patterns of shells need no quotes: the stars stand in their place.
  const glob = /^(?=.*\*)(?<star>\*?)(?<content>[^*\s"'`]+)\*?$/.exec(text)?.groups;
  if (glob) return { text: glob.content ?? "", start: (glob.star ?? "").length };
  const match =
    /^(?<open>[\w@$]{0,3}(?<hashes>#*)(?<quote>"""|'''|"|'|`))(?<content>[^\r\n]*)\k<quote>\k<hashes>[ \t]*$/.exec(
      text,
    );
  const { open = "", content } = match?.groups ?? {};
  if (content === undefined) return undefined;
  // A pattern in quotes: `"*X*"`.
  const word = /^\*(?<word>[^*\s]+)\*$/.exec(content)?.groups?.word;
  return word ? { text: word, start: open.length + 1 } : { text: content, start: open.length };
}
