import { type DisplayLanguage, localize } from "../../../catalog/text/localized-text.ts";
import { formatNumber } from "./counted.ts";

/** Says on standard error how many of all results were printed: standard output has the results alone. */
export function sayCount(shown: number, all: number, lang: DisplayLanguage): void {
  const [few, many] = [formatNumber(shown), formatNumber(all)];
  const noun = all === 1 ? "result" : "results";
  const text =
    shown === all
      ? { en: `${many} ${noun}.`, "zh-CN": `共 ${many} 条。` }
      : {
          en: `${few} of ${many} ${noun}; --limit ${all} shows all of them.`,
          "zh-CN": `${few} 条，共 ${many} 条；--limit ${all} 可显示全部。`,
        };
  process.stderr.write(`${localize(text, lang)}\n`);
}
