import type { LocalizedText } from "../../catalog/model/localized-text.ts";
import { nearestName } from "../../catalog/model/nearest-name.ts";

const nouns = {
  rule: { en: "rule", "zh-CN": "规则" },
  severity: { en: "severity", "zh-CN": "级别" },
  provider: { en: "provider", "zh-CN": "厂商" },
};

/** The sentence on a name that stands for nothing, with the nearest that does. */
export function unknownNameMessage(
  noun: keyof typeof nouns,
  written: string,
  valid: readonly string[],
): LocalizedText {
  const starting = valid.find((one) => one.startsWith(written.toLowerCase()));
  const near = starting ?? nearestName(written, valid);
  return {
    en: `There is no ${nouns[noun].en} '${written}'.${near ? ` Did you mean '${near}'?` : ""}`,
    "zh-CN": `没有${nouns[noun]["zh-CN"]}“${written}”。${near ? `是否应为“${near}”？` : ""}`,
  };
}
