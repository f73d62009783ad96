import type { Problem } from "../../../catalog/schema/checked-file.ts";
import type { LocalizedText } from "../../../catalog/text/localized-text.ts";
import { nameInMessage } from "../../../catalog/text/name-in-message.ts";
import type { MatchingFiles, ReadFailure } from "../../documents/host.ts";

const reasons: Record<ReadFailure, LocalizedText> = {
  missing: { en: "there is no such file", "zh-CN": "没有此文件" },
  denied: { en: "permission denied", "zh-CN": "没有权限" },
  special: { en: "it is not a regular file", "zh-CN": "不是普通文件" },
  circular: { en: "its symbolic links form a circle", "zh-CN": "符号链接形成循环" },
  large: { en: "it is too large", "zh-CN": "文件过大" },
  failed: { en: "the file system reports an error", "zh-CN": "文件系统报告错误" },
};

/** Returns the problem that a configuration or catalog at a path cannot be read. */
export function unreadableFile(path: string, failure: ReadFailure): Problem {
  const { en, "zh-CN": zh } = reasons[failure];
  const message: LocalizedText = {
    en: `The file cannot be read: ${en}.`,
    "zh-CN": `无法读取此文件：${zh}。`,
  };
  return { path, line: 0, character: 0, endLine: 0, endCharacter: 0, severity: "error", message };
}

/** Returns the message that a path or glob matches no file. */
export function noFile(glob: string): LocalizedText {
  const name = nameInMessage(glob);
  return { en: `'${name}' matches no file.`, "zh-CN": `“${name}”没有匹配的文件。` };
}

/** Returns the message that the search for the files of a glob was stopped, and what helps. */
export function stoppedSearch(
  glob: string,
  { limit, count }: NonNullable<MatchingFiles["stoppedBy"]>,
): LocalizedText {
  const name = nameInMessage(glob);
  const number = count.toLocaleString("en");
  const units = {
    folders: ["folders", "个文件夹"],
    entries: ["files", "个文件"],
    seconds: ["seconds", "秒"],
  } as const;
  const [en, zh] = units[limit];
  return {
    en: `The search for '${name}' was stopped after ${number} ${en}, so files may be missing. Name the folder that contains them.`,
    "zh-CN": `查找“${name}”时，超过 ${number} ${zh}后停止，可能有文件遗漏；请写明文件所在的文件夹。`,
  };
}
