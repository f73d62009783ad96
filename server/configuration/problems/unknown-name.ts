import type { SuggestingMessage } from "../../../catalog/schema/checked-file.ts";
import { nameInMessage } from "../../../catalog/text/name-in-message.ts";
import { nearestName } from "../../../catalog/text/nearest-name.ts";

const nouns = {
  rule: { en: "rule", "zh-CN": "规则" },
  severity: { en: "severity", "zh-CN": "级别" },
  provider: { en: "provider", "zh-CN": "厂商" },
  concept: { en: "concept", "zh-CN": "概念" },
};

/** Returns the message for an unknown name, with the nearest valid name as a suggestion, if any is near. */
export function unknownNameMessage(
  noun: keyof typeof nouns,
  name: string,
  valid: readonly string[],
): SuggestingMessage {
  const others = valid.filter((one) => one !== name);
  const starting = name === "" ? undefined : others.find((one) => one.startsWith(name.toLowerCase()));
  const nearest = starting ?? nearestName(name, others);
  const quoted = nameInMessage(name);
  return {
    en: `There is no ${nouns[noun].en} '${quoted}'.${nearest ? ` Did you mean '${nearest}'?` : ""}`,
    "zh-CN": `没有${nouns[noun]["zh-CN"]}“${quoted}”。${nearest ? `是否应为“${nearest}”？` : ""}`,
    suggestion: nearest,
  };
}
