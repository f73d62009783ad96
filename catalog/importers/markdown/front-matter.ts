const frontMatter = /^([ \ufeff]?)(---[ \t]*\n[\s\S]*?\n---[ \t]*)(?=\n|$)/;

/**
 * Front matter would be parsed as a heading, a byte order mark would shift every offset, and the headings behind lines of
 * MDX would be part of them: all are replaced by blanks.
 */
export function withBlanks(source: string): string {
  const blank = (written: string) => written.replace(/[^\n]/g, " ");
  return source
    .replace(frontMatter, (_, first: string, matter: string) => blank(first + matter))
    .replace(/^\ufeff/, " ")
    .replace(
      /^(?:<\/?[A-Z][\w.]*(?:[ \t][^<>\n]*)?>|(?:import|export)[ \t].*[ \t]from[ \t].*)[ \t]*$/gm,
      blank,
    );
}

/** Returns the title that the front matter of a document gives it, "" without one. */
export function titleIn(source: string): string {
  const matter = frontMatter.exec(source.slice(0, longestFrontMatter).replace(/\r\n?/g, "\n"))?.[2] ?? "";
  return /^title:[ \t]*(["']?)(.*?)\1[ \t]*$/m.exec(matter)?.[2] ?? "";
}

/** In UTF-16 units. */
const longestFrontMatter = 10_000;
