import type { LocalizedText } from "../../../catalog/text/localized-text.ts";
import type { WhyDeed } from "../../protocol/index.ts";

/** Returns what a button says that does something about an answer. */
export function labelOf(deed: WhyDeed): LocalizedText {
  if (deed.act === "line")
    return { en: `Go to Line ${deed.line + 1}`, "zh-CN": `转到第 ${deed.line + 1} 行` };
  return labels[deed.act];
}

const labels: Record<Exclude<WhyDeed["act"], "line">, LocalizedText> = {
  pin: { en: "Pin Provider…", "zh-CN": "指定厂商…" },
  language: { en: "Change Language Mode", "zh-CN": "更改语言模式" },
  actions: { en: "Show Code Actions", "zh-CN": "显示代码操作" },
  configuration: { en: "Open the Configuration", "zh-CN": "打开配置" },
  setting: { en: "Open the Setting", "zh-CN": "打开设置" },
  evidence: { en: "Add to Evidence", "zh-CN": "加入依据" },
  rule: { en: "Turn the Rule On", "zh-CN": "启用规则" },
};
