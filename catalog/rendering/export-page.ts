import type { Catalog } from "../model/catalog.ts";
import type { Entry } from "../model/entry.ts";
import { type DisplayLanguage, localize } from "../text/localized-text.ts";

/** A code of a page, with its entry if a catalog has one, and how often it is used. */
export interface ExportedCode {
  code: string;
  entry: Entry | undefined;
  uses: number;
}

const words = {
  code: { en: "Error code", "zh-CN": "错误码" },
  status: { en: "HTTP status", "zh-CN": "HTTP 状态码" },
  meaning: { en: "Description", "zh-CN": "说明" },
  fix: { en: "What to do", "zh-CN": "处理方法" },
  uses: { en: "Uses", "zh-CN": "使用次数" },
};

/** A part of a page: the codes of a provider. */
export interface ExportedGroup {
  title: string;
  catalog: Catalog;
  codes: readonly ExportedCode[];
}

/** Renders codes as a page in Markdown, with a table for each provider, which can be read as a catalog again. */
export function toExportPage(
  title: string,
  groups: readonly ExportedGroup[],
  displayLanguage: DisplayLanguage,
  hasUses: boolean,
): string {
  const word = (name: keyof typeof words) => localize(words[name], displayLanguage);
  const header = [
    word("code"),
    word("status"),
    word("meaning"),
    word("fix"),
    ...(hasUses ? [word("uses")] : []),
  ];
  const parts = groups.map(({ title: heading, catalog, codes }) => {
    const rows = codes.map(({ code, entry, uses }) => {
      const concept = entry && catalog.concept(entry);
      const cells = [
        `\`${code}\``,
        entry?.httpStatus.join(", ") ?? "",
        inCell(localize(entry?.summary, displayLanguage)),
        inCell(localize(entry?.fix ?? concept?.fix, displayLanguage)),
        ...(hasUses ? [String(uses)] : []),
      ];
      return `| ${cells.join(" | ")} |`;
    });
    const table = [`| ${header.join(" | ")} |`, `|${header.map(() => "---").join("|")}|`, ...rows];
    return `## ${heading}\n\n${table.join("\n")}\n`;
  });
  return `# ${title}\n\n${parts.join("\n")}`;
}

/** Returns a text as the content of a cell of a table. */
function inCell(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\|<]/g, "\\$&")
    .trim();
}
