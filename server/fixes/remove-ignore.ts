import { CodeActionKind } from "vscode-languageserver";
import { ignoredNamesIn } from "../rules/ignores.ts";
import { unusedIgnore } from "../rules/index.ts";
import type { ReportedFinding } from "../rules/rule.ts";
import type { Edit } from "./edit.ts";
import type { Fix, Offer } from "./fix.ts";
import { type FixRequest, inDocument } from "./fix-request.ts";
import { lineAt } from "./lines.ts";

/** Takes out a comment that silences nothing, or the name in it that does not. */
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
          title: { en: "Remove what silences nothing", "zh-CN": "删除无用的忽略内容" },
          key: `${finding.start}`,
          resolves: [finding],
          isPreferred: true,
          change: () => inDocument(request, [edit]),
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
    line.slice(at).replace(/^error-codes-ignore-(?:line|next-line|file)/, (it) => " ".repeat(it.length)),
    0,
  );
  if (names.length > 1) return withoutName(text, start, end);
  const before = line.slice(0, at);
  const comment = comments.find(({ open }) => open.test(before));
  if (!comment) return undefined;
  const from = before.replace(comment.open, "").trimEnd();
  const closing = comment.close ? line.indexOf(comment.close, at) : line.length;
  if (closing < 0) return undefined;
  const rest = comment.close ? line.slice(closing + comment.close.length) : "";
  // A line of nothing but the comment goes as a whole.
  if (from.trim() === "" && rest.trim() === "") return { start: lineStart, end: next, text: "" };
  return { start: lineStart + from.length, end: lineEnd - rest.length, text: "" };
}

/** A name goes with the separator behind it, the last with that before it. */
function withoutName(text: string, start: number, end: number): Edit {
  const behind = /^(?:\s*,\s*|[ \t]+(?=[\w*]))/.exec(text.slice(end))?.[0];
  if (behind) return { start, end: end + behind.length, text: "" };
  const before = /(?:\s*,\s*|[ \t]+)$/.exec(text.slice(0, start))?.[0] ?? "";
  return { start: start - before.length, end, text: "" };
}
