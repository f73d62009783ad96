import { type CompletionItem, CompletionItemKind, type CompletionList } from "vscode-languageserver";
import { type DisplayLanguage, type LocalizedText, localize } from "../../catalog/text/localized-text.ts";
import type { Project } from "../configuration/project.ts";
import { severityLevels } from "../configuration/severity.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { ruleIds } from "../rules/index.ts";
import { lineBefore } from "../syntax/unfinished-literal.ts";

// Completion in `.error-codes.yaml`, for editors without a YAML extension that completes it by the JSON Schema.

/** The keys of each mapping of the configuration, by the key of the mapping (`""` for the root), with descriptions. */
const keys: Readonly<Record<string, Readonly<Record<string, LocalizedText>>>> = {
  "": {
    providers: { en: "The providers that the files here use", "zh-CN": "此处的文件所使用的厂商" },
    pins: { en: "The providers of individual files and folders", "zh-CN": "为个别文件或文件夹指定厂商" },
    catalogs: { en: "Your own catalogs", "zh-CN": "自有的错误码目录" },
    rules: { en: "The severity of each rule", "zh-CN": "各条规则的级别" },
    ignore: { en: "What is not reported", "zh-CN": "不报告的内容" },
    evidence: { en: "Names that imply error codes in this project", "zh-CN": "本项目中表示错误码的名称" },
  },
  catalogs: {
    path: { en: "Files, as paths or globs", "zh-CN": "文件路径或通配符" },
    provider: { en: "The provider of the codes", "zh-CN": "所属厂商" },
    service: { en: "The product that the codes belong to", "zh-CN": "所属产品" },
    complete: { en: "Any other code is an error", "zh-CN": "目录之外的错误码一律视为错误" },
  },
  ignore: {
    codes: { en: "Codes, with * as a wildcard", "zh-CN": "错误码，可用 * 通配" },
    paths: { en: "Files, as in .gitignore", "zh-CN": "文件，语法同 .gitignore" },
    vendored: {
      en: "Folders such as vendor; false checks them",
      "zh-CN": "vendor 等第三方代码文件夹；false 表示检查",
    },
  },
  evidence: {
    functions: { en: "Functions whose arguments are error codes", "zh-CN": "参数为错误码的函数" },
    fields: { en: "Fields that hold an error code", "zh-CN": "保存错误码的字段" },
    keys: { en: "Keys whose values are error codes", "zh-CN": "值为错误码的键" },
  },
};

const levels: Readonly<Record<(typeof severityLevels)[number], LocalizedText>> = {
  error: { en: "Red; fails the check", "zh-CN": "红色，检查不通过" },
  warning: { en: "Yellow; fails the check", "zh-CN": "黄色，检查不通过" },
  information: { en: "Blue", "zh-CN": "蓝色" },
  hint: { en: "Three dots", "zh-CN": "三点提示" },
  off: { en: "Not reported", "zh-CN": "不报告" },
};

/** The position of the cursor in the YAML structure. */
interface YamlPosition {
  /** The keys of the enclosing mappings, from the root. */
  parents: string[];
  /** The key whose value is being written; undefined if a key is being written. */
  key: string | undefined;
}

/** Returns the completions at an offset of a configuration in YAML; null for JSON, which editors complete by the schema. */
export function completeConfiguration(
  { text, uri, textDocument }: TrackedDocument,
  offset: number,
  project: Project,
  displayLanguage: DisplayLanguage,
): CompletionList | null {
  if (uri.endsWith(".json")) return null;
  // Names contain dashes, which editors treat as word boundaries.
  const before = /(?<![\w-])[\w-]*$/.exec(lineBefore(text, offset))?.[0].length ?? 0;
  const after = /^[\w-]*/.exec(text.slice(offset))?.[0].length ?? 0;
  const range = {
    start: textDocument.positionAt(offset - before),
    end: textDocument.positionAt(offset + after),
  };
  const items = itemsAt(text, offset, project, displayLanguage).map(
    ({ insertText = "", ...item }, index) => ({
      ...item,
      // By importance: without `sortText`, editors would sort alphabetically.
      sortText: String(index).padStart(3, "0"),
      textEdit: { range, newText: insertText },
    }),
  );
  return { isIncomplete: false, items };
}

function itemsAt(
  text: string,
  offset: number,
  { catalog }: Project,
  displayLanguage: DisplayLanguage,
): CompletionItem[] {
  const { parents, key } = yamlPositionAt(text, offset);
  const [section = ""] = parents;
  const item = (
    label: string,
    kind: CompletionItemKind,
    detail: LocalizedText | undefined,
    after = "",
  ): CompletionItem => ({
    label,
    kind,
    insertText: label + after,
    ...(detail ? { detail: localize(detail, displayLanguage) } : {}),
  });
  if (key === "providers" || key === "provider" || (section === "pins" && key !== undefined))
    return catalog.providers.map(({ id, name }) => item(id, CompletionItemKind.Value, name));
  if (key === "complete" || key === "vendored")
    return ["true", "false"].map((one) => item(one, CompletionItemKind.Value, undefined));
  if (section === "rules" && key !== undefined)
    return severityLevels.map((one) => item(one, CompletionItemKind.EnumMember, levels[one]));
  if (key !== undefined) return [];
  if (section === "rules") return ruleIds.map((id) => item(id, CompletionItemKind.Property, undefined, ": "));
  if (parents.length > 1) return [];
  return Object.entries(Object.hasOwn(keys, section) ? (keys[section] ?? {}) : {}).map(([one, detail]) =>
    item(one, CompletionItemKind.Property, detail, section === "" ? ":" : ": "),
  );
}

function yamlPositionAt(text: string, offset: number): YamlPosition {
  const lines = text.slice(0, offset).split(/\r?\n/);
  const current = lines.pop() ?? "";
  const value = /^\s*(?:-\s+)?(?<key>[^\s#:'"]+|"[^"]+"|'[^']+'):\s+\[?(?:[^\]]*,\s*)?["']?[\w-]*$/.exec(
    current,
  )?.groups?.key;
  let indent = indentOf(current);
  const isItem = /^\s*-/.test(current);
  const parents: string[] = [];
  for (const line of lines.reverse()) {
    const lineIndent = indentOf(line);
    const key = /^\s*(?:-\s+)?(?<key>[^\s#:'"]+|"[^"]+"|'[^']+'):\s*(?:#.*)?$/.exec(line)?.groups?.key;
    // The items of a list may be indented no deeper than its key.
    const isParent = lineIndent < indent || (isItem && lineIndent === indent);
    if (line.trim() === "" || key === undefined || !isParent) continue;
    parents.unshift(key);
    indent = lineIndent;
    if (lineIndent === 0) break;
  }
  if (value !== undefined) return { parents, key: value };
  // An item of a list of strings is a value of the list's key.
  const list = parents.at(-1);
  if (isItem && list !== undefined && list !== "catalogs")
    return { parents: parents.slice(0, -1), key: list };
  return { parents, key: undefined };
}

/** Returns the indentation of a line, in UTF-16 units. */
function indentOf(line: string): number {
  return /^\s*/.exec(line)?.[0].length ?? 0;
}
