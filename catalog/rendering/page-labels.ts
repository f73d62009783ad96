import type { LocalizedText } from "../text/localized-text.ts";

/** The labels of an entry's page, apart from the entry's own texts. `{0}` is replaced by a number. */
export const pageLabels = {
  copy: { en: "Copy", "zh-CN": "复制" },
  copyCode: { en: "Copy code", "zh-CN": "复制错误码" },
  copyLink: { en: "Copy link", "zh-CN": "复制链接" },
  copyMarkdown: { en: "Copy as Markdown", "zh-CN": "复制为 Markdown" },
  insert: { en: "Insert", "zh-CN": "插入" },
  insertAtCursor: { en: "Insert at cursor", "zh-CN": "在光标处插入" },
  copied: { en: "Copied", "zh-CN": "已复制" },
  facts: { en: "At a glance", "zh-CN": "概览" },
  language: { en: "Language", "zh-CN": "语言" },
  copyName: { en: "Copy name", "zh-CN": "复制名称" },
  filterActions: { en: "Filter the actions", "zh-CN": "筛选接口" },
  find: { en: "Find in workspace", "zh-CN": "在工作区中查找" },
  findAgain: { en: "Find again", "zh-CN": "重新查找" },
  cancel: { en: "Cancel", "zh-CN": "取消" },
  finding: { en: "Searching the workspace…", "zh-CN": "正在工作区中查找…" },
  inOpenFiles: { en: "Occurrences in open files: {0}", "zh-CN": "已打开的文件中有 {0} 处" },
  noneOpen: { en: "No open file uses it.", "zh-CN": "已打开的文件均未使用此错误码。" },
  inWorkspace: { en: "Occurrences in the workspace: {0}", "zh-CN": "工作区中有 {0} 处" },
  noneInWorkspace: { en: "The workspace does not use it.", "zh-CN": "工作区中未使用此错误码。" },
  stopped: { en: "Stopped; occurrences found so far: {0}", "zh-CN": "已停止，目前找到 {0} 处" },
} as const satisfies Record<string, LocalizedText>;

/** The labels of an entry's page in one language. */
export type PageLabels = Record<keyof typeof pageLabels, string>;
