import type { LocalizedText } from "../../catalog/model/localized-text.ts";
import type { InferredProvider, Sign } from "./inference.ts";

/** What was seen, as a sentence about the document has it; `configuration` is the name of the file that governs. */
type Sentence = (what: string, configuration: string) => LocalizedText;

const sentences: Record<Sign, Sentence> = {
  pin: (what, file) => ({
    en: `pinned in ${file}, for ${what}`,
    "zh-CN": `由 ${file} 为 ${what} 指定`,
  }),
  import: (what) => ({ en: `imports ${what}`, "zh-CN": `导入了 ${what}` }),
  host: (what) => ({ en: `names the host ${what}`, "zh-CN": `出现主机名 ${what}` }),
  configuration: (_, file) => ({
    en: `named in ${file}, under providers`,
    "zh-CN": `${file} 的 providers 中列出`,
  }),
  folder: (what) => ({ en: `named ${what}`, "zh-CN": `名称中含 ${what}` }),
  manifest: (what) => ({ en: `the project uses it: ${what}`, "zh-CN": `项目依赖其 SDK：${what}` }),
  response: (what) => ({ en: `holds its response key ${what}`, "zh-CN": `含有其响应字段 ${what}` }),
  code: (what) => ({ en: `holds its code ${what}`, "zh-CN": `含有其错误码 ${what}` }),
  "shared code": (what) => ({
    en: `holds the code ${what}, which others have too`,
    "zh-CN": `含有错误码 ${what}（其他厂商也有）`,
  }),
};

/** What tells that a document works with a provider, in words; `mark` sets off what was seen. */
export function reasonOf(
  { sign, what }: InferredProvider,
  configuration: string,
  mark: (text: string) => string = (text) => text,
): LocalizedText {
  return sentences[sign](mark(what), mark(configuration));
}
