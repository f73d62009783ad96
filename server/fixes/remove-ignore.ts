import { CodeActionKind } from "vscode-languageserver";
import { ignoredNamesIn } from "../rules/ignores.ts";
import { unusedIgnore } from "../rules/index.ts";
import type { ReportedFinding } from "../rules/rule.ts";
import type { Edit } from "./edit.ts";
import type { Fix, Offer } from "./fix.ts";
import { type FixRequest, inDocument } from "./fix-request.ts";
import { lineAt } from "./lines.ts";

/** Removes an ignore comment that ignores nothing, or the names in it that ignore nothing. */
export const removeIgnore: Fix = {
  id: "remove-ignore",
  kind: CodeActionKind.QuickFix,

  offers(request) {
    return request.findings.flatMap((finding): Offer[] => {
      if (finding.rule !== unusedIgnore.id) return [];
      const edit = editFor(request, finding);
      if (!edit) return [];
      return [
        {
          title: { en: "Remove unused ignore", "zh-CN": "删除无用的忽略项" },
          key: `${finding.start}`,
          resolves: [finding],
          isPreferred: true,
          computeChanges: () => inDocument(request, [edit]),
        },
      ];
    });
  },
};

const comments: readonly { open: RegExp; close?: string }[] = [
  { open: /\/\*\s*$/, close: "*/" },
  { open: /<!--\s*$/, close: "-->" },
  { open: /(?:\/\/|#|--|;|%|'|\brem\b)\s*$/i },
];

function editFor({ document: { text } }: FixRequest, { start, end }: ReportedFinding): Edit | undefined {
  const { start: lineStart, end: lineEnd, next } = lineAt(text, start);
  const line = text.slice(lineStart, lineEnd);
  const at = line.lastIndexOf("error-codes-ignore-", start - lineStart);
  const names = ignoredNamesIn(
    line
      .slice(at)
      .replace(/^error-codes-ignore-(?:line|next-line|file)/, (directive) => " ".repeat(directive.length)),
    0,
  );
  if (names.length > 1) return removeName(text, start, end);
  const before = line.slice(0, at);
  const comment = comments.find(({ open }) => open.test(before));
  if (!comment) return undefined;
  const from = before.replace(comment.open, "").trimEnd();
  const closing = comment.close ? line.indexOf(comment.close, at) : line.length;
  if (closing < 0) return undefined;
  const rest = comment.close ? line.slice(closing + comment.close.length) : "";
  // A line with nothing but the comment is removed entirely.
  if (from.trim() === "" && rest.trim() === "") return { start: lineStart, end: next, text: "" };
  return { start: lineStart + from.length, end: lineEnd - rest.length, text: "" };
}

/** Removes a name with the separator after it; the last one with the separator before it. */
function removeName(text: string, start: number, end: number): Edit {
  const after = /^(?:\s*,\s*|[ \t]+(?=[\w*]))/.exec(text.slice(end))?.[0];
  if (after) return { start, end: end + after.length, text: "" };
  const before = /(?:\s*,\s*|[ \t]+)$/.exec(text.slice(0, start))?.[0] ?? "";
  return { start: start - before.length, end, text: "" };
}
