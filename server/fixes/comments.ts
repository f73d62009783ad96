import type { Node } from "web-tree-sitter";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { type Language, languageById, languageByName } from "../syntax/languages/index.ts";
import { lineAt } from "./lines.ts";

/** The markers before and, in block comments, after the text of a comment. */
export interface CommentMarks {
  begin: string;
  end?: string;
}

/** Types of nodes in which a comment marker is text. */
const textNodes =
  /(?:^|_)(?:string|scalar|heredoc|nowdoc|comment|regex)(?:_|$)|^(?:raw_text|text|template_string|template_literal|quoted_template)$/;
const tagNodes = /_tag$|^(?:attribute|quoted_attribute_value)$/;
const lineMark: CommentMarks = { begin: "//" };

/**
 * Returns the markers of a comment that can be inserted as a line of its own before the line of a UTF-16 offset;
 * undefined if no comment is possible there.
 */
export function commentMarksBefore(
  { text, languageId }: TrackedDocument,
  root: Node | undefined,
  offset: number,
): CommentMarks | undefined {
  const line = lineAt(text, offset);
  const previous = text.slice(0, line.start).trimEnd();
  // A continuation character at the end of the previous line joins the two lines.
  const isNext = lineAt(text, previous.length).next === line.start;
  if (isNext && (previous.endsWith("\\") || /(?<!``)`$/.test(previous))) return undefined;
  const language = languageById(languageId);
  if (!language || language.idsWithoutComments?.includes(languageId)) return undefined;
  const marks = marksOf(language);
  switch (language.name) {
    case "Markdown":
      return inMarkdown(text, line.start);
    case "HTML":
    case "Vue":
    case "Svelte":
      return root && inMarkup(root, text, line.start);
    case "PHP":
      if (text.slice(line.start, line.end).trimStart().startsWith("<?")) return undefined;
  }
  if (!root) return isWithinString(text.slice(0, line.start)) ? undefined : marks;
  for (let at = root.descendantForIndex(line.start); at; at = at.parent) {
    if (/^jsx_(?:expression|opening_element|self_closing_element)$/.test(at.type)) return marks;
    if (/^jsx_(?:element|fragment)$/.test(at.type)) return { begin: "{/*", end: "*/}" };
    const isText = textNodes.test(at.type) || (language.name === "XML" && tagNodes.test(at.type));
    if (at.startIndex < line.start && at.type !== "jsx_text" && isText) return undefined;
  }
  return marks;
}

function marksOf({ comment }: Language): CommentMarks | undefined {
  if (!comment) return undefined;
  const [begin, end] = comment;
  return { begin, ...(end ? { end } : {}) };
}

/** Whether a text, in a language without a grammar, ends inside a multi-line string. */
function isWithinString(before: string): boolean {
  const isOpen = (quotes: string) => before.split(quotes).length % 2 === 0;
  return isOpen('"""') || isOpen("'''") || before.lastIndexOf("[[") > before.lastIndexOf("]]");
}

/** Inside a code fence, returns the markers of its language; in a table row, no comment is possible. */
function inMarkdown(text: string, offset: number): CommentMarks | undefined {
  let fence: { mark: string; language: string } | undefined;
  for (const line of text.slice(0, offset).split("\n")) {
    const { mark = "", language = "" } =
      /^\s*(?:[-*+] |\d+[.)] |> ?)*(?<mark>`{3,}|~{3,})[ \t]*(?<language>[\w#+.-]*)/.exec(line)?.groups ?? {};
    if (mark === "") continue;
    if (!fence) fence = { mark, language };
    else if (mark.startsWith(fence.mark) && language === "") fence = undefined;
  }
  if (fence) {
    const language = languageByName(fence.language);
    const hasNoComments =
      !language || language.idsWithoutComments?.includes(language.ids[0] ?? "") || "read" in language;
    return hasNoComments ? undefined : marksOf(language);
  }
  const { start, end } = lineAt(text, offset);
  return /\|/.test(text.slice(start, end)) ? undefined : { begin: "<!--", end: "-->" };
}

/** Inside a script, returns line comment markers; elsewhere, a comment is only possible before a tag. */
function inMarkup(root: Node, text: string, offset: number): CommentMarks | undefined {
  for (let at = root.descendantForIndex(offset); at; at = at.parent) {
    if (at.type === "script_element") {
      const parts = text.slice(at.startIndex, offset).split("`").length;
      return at.startIndex < offset && parts % 2 === 1 ? lineMark : undefined;
    }
    if (at.startIndex < offset && /^(?:style_element|raw_text|comment)$|_tag$|attribute/.test(at.type)) {
      if (at.type !== "raw_text" || at.parent?.type !== "script_element") return undefined;
    }
  }
  const { start, end } = lineAt(text, offset);
  return /^\s*</.test(text.slice(start, end)) ? { begin: "<!--", end: "-->" } : undefined;
}
