import { type CompletionItem, CompletionItemKind, type CompletionList } from "vscode-languageserver";
import { type DisplayLanguage, type LocalizedText, localize } from "../../catalog/model/localized-text.ts";
import type { Project } from "../configuration/project.ts";
import { severities } from "../configuration/severity.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { ruleIds } from "../rules/index.ts";

// Completion in `.error-codes.yaml`, for editors without a YAML extension that does it by the JSON Schema.

/** The keys that a mapping of the configuration takes, with what they are for. */
const keys: Readonly<Record<string, Readonly<Record<string, LocalizedText>>>> = {
  "": {
    providers: { en: "The providers that the files here talk to", "zh-CN": "此处文件所访问的厂商" },
    pins: { en: "The providers of single files and folders", "zh-CN": "为个别文件或文件夹指定厂商" },
    catalogs: { en: "Catalogs of your own", "zh-CN": "自有的错误码目录" },
    rules: { en: "How serious the findings of each rule are", "zh-CN": "各条规则的级别" },
    ignore: { en: "What is not reported", "zh-CN": "不报告的内容" },
    evidence: { en: "Names that tell error codes in this project", "zh-CN": "本项目中表示错误码的名称" },
  },
  catalogs: {
    path: { en: "Files, as paths or globs", "zh-CN": "文件路径或通配符" },
    provider: { en: "Whose codes they are", "zh-CN": "所属厂商" },
    service: { en: "The product that they belong to", "zh-CN": "所属产品" },
    complete: { en: "Any other code is an error", "zh-CN": "目录之外的错误码一律视为错误" },
  },
  ignore: {
    codes: { en: "Codes, with * for any part", "zh-CN": "错误码，可用 * 通配" },
    paths: { en: "Files, as in .gitignore", "zh-CN": "文件，语法同 .gitignore" },
  },
  evidence: {
    functions: { en: "Functions whose arguments are error codes", "zh-CN": "参数为错误码的函数" },
    fields: { en: "Fields that hold an error code", "zh-CN": "保存错误码的字段" },
    keys: { en: "Keys whose values are error codes", "zh-CN": "值为错误码的键" },
  },
};

const levels: Readonly<Record<string, LocalizedText>> = {
  error: { en: "Red; fails the check", "zh-CN": "红色，检查不通过" },
  warning: { en: "Yellow; fails the check", "zh-CN": "黄色，检查不通过" },
  information: { en: "Blue", "zh-CN": "蓝色" },
  hint: { en: "Three dots", "zh-CN": "三点提示" },
  off: { en: "Nothing", "zh-CN": "不报告" },
};

/** Where in the YAML the cursor stands. */
interface Place {
  /** The keys of the mappings around it, from the root. */
  around: string[];
  /** The key whose value is being written; undefined where a key is. */
  key: string | undefined;
}

/** What can stand at an offset of a configuration in YAML; for JSON, editors have the schema. */
export function completeConfiguration(
  { text, uri, textDocument }: TrackedDocument,
  offset: number,
  project: Project,
  displayLanguage: DisplayLanguage,
): CompletionList | null {
  if (uri.endsWith(".json")) return null;
  // Names have dashes, which editors take for ends of words.
  const before = /[\w-]*$/.exec(text.slice(0, offset))?.[0].length ?? 0;
  const after = /^[\w-]*/.exec(text.slice(offset))?.[0].length ?? 0;
  const range = {
    start: textDocument.positionAt(offset - before),
    end: textDocument.positionAt(offset + after),
  };
  const items = itemsAt(text, offset, project, displayLanguage).map(
    ({ insertText = "", ...item }, index) => ({
      ...item,
      // In the order of their weight, which editors would else lose to the alphabet.
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
  const { around, key } = placeAt(text, offset);
  const [section = ""] = around;
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
  if (key === "complete")
    return ["true", "false"].map((one) => item(one, CompletionItemKind.Value, undefined));
  if (section === "rules" && key !== undefined)
    return [...severities, "off"].map((one) => item(one, CompletionItemKind.EnumMember, levels[one]));
  if (key !== undefined) return [];
  if (section === "rules") return ruleIds.map((id) => item(id, CompletionItemKind.Property, undefined, ": "));
  if (around.length > 1) return [];
  return Object.entries(keys[section] ?? {}).map(([one, detail]) =>
    item(one, CompletionItemKind.Property, detail, section === "" ? ":" : ": "),
  );
}

function placeAt(text: string, offset: number): Place {
  const lines = text.slice(0, offset).split(/\r?\n/);
  const own = lines.pop() ?? "";
  const value = /^\s*(?:-\s+)?(?<key>[^\s#:'"]+|"[^"]+"|'[^']+'):\s+\[?(?:[^\]]*,\s*)?["']?[\w-]*$/.exec(own)
    ?.groups?.key;
  let indent = indentOf(own);
  const isItem = /^\s*-/.test(own);
  const around: string[] = [];
  for (const line of lines.reverse()) {
    const at = indentOf(line);
    const key = /^\s*(?:-\s+)?(?<key>[^\s#:'"]+|"[^"]+"|'[^']+'):\s*(?:#.*)?$/.exec(line)?.groups?.key;
    // A list may stand no deeper than its key.
    if (line.trim() === "" || key === undefined || !(at < indent || (isItem && at === indent))) continue;
    around.unshift(key);
    indent = at;
    if (at === 0) break;
  }
  if (value !== undefined) return { around, key: value };
  // An item of a list of texts is the value of the list's key.
  const list = around.at(-1);
  if (isItem && list !== undefined && list !== "catalogs") return { around: around.slice(0, -1), key: list };
  return { around, key: undefined };
}

/** Where the text of a line begins, behind the dash of a list. */
function indentOf(line: string): number {
  return /^\s*/.exec(line)?.[0].length ?? 0;
}
