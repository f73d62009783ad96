import type { LocalizedText } from "../../catalog/text/localized-text.ts";
import type { InferredProvider, Sign } from "./inferred-provider.ts";

/** Describes a sign as the predicate of a sentence about a document; `configuration` is a file's path. */
type Predicate = (what: string, configuration: string) => LocalizedText;

const predicates: Record<Sign, Predicate> = {
  pin: (what, file) => ({
    en: `pinned in ${file}, for ${what}`,
    "zh-CN": `由 ${file} 为 ${what} 指定`,
  }),
  import: (what) => ({ en: `imports ${what}`, "zh-CN": `导入了 ${what}` }),
  key: (what) => ({ en: `names the provider ${what}`, "zh-CN": `指明了厂商 ${what}` }),
  host: (what) => ({ en: `mentions the host ${what}`, "zh-CN": `出现主机名 ${what}` }),
  configuration: (_, file) => ({
    en: `listed in ${file}, under providers`,
    "zh-CN": `在 ${file} 的 providers 中列出`,
  }),
  folder: (what) => ({ en: `has ${what} in a name`, "zh-CN": `名称中含 ${what}` }),
  manifest: (what) => ({ en: `the project depends on its SDK: ${what}`, "zh-CN": `项目依赖其 SDK：${what}` }),
  response: (what) => ({ en: `contains its response key ${what}`, "zh-CN": `含有其响应字段 ${what}` }),
  code: (what) => ({ en: `contains its error code ${what}`, "zh-CN": `含有其错误码 ${what}` }),
  "shared code": (what) => ({
    en: `contains the error code ${what}, which other providers have too`,
    "zh-CN": `含有错误码 ${what}（其他厂商也有）`,
  }),
};

/**
 * Returns why a document is inferred to work with a provider, as the predicate of a sentence. `configuration` is the
 * path of its configuration, and `mark` formats the names in the sentence.
 */
export function reasonOf(
  { sign, what }: InferredProvider,
  configuration: string,
  mark: (text: string) => string = (text) => text,
): LocalizedText {
  return predicates[sign](mark(what), mark(configuration));
}
