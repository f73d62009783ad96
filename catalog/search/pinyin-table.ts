import { pinyin } from "pinyin-pro";
import type { CatalogData } from "../model/entry.ts";

/**
 * How the characters of the Chinese texts are typed: of several readings the one most often meant there. The library
 * behind it is large, so this runs while building, and only the table is shipped.
 */
export function pinyinOf({ entries, concepts }: CatalogData): Record<string, string> {
  const readings = new Map<string, Map<string, number>>();
  const texts = [
    ...concepts.map(({ name }) => name["zh-CN"]),
    ...entries.map(({ summary }) => summary["zh-CN"]),
  ];
  for (const text of texts) {
    const typed = pinyin(text ?? "", { toneType: "none", type: "all", v: true });
    for (const { origin, pinyin: reading, isZh } of typed) {
      if (!isZh) continue;
      const counts = readings.get(origin) ?? new Map<string, number>();
      readings.set(origin, counts.set(reading, (counts.get(reading) ?? 0) + 1));
    }
  }
  const most = (counts: Map<string, number>) => [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "";
  return Object.fromEntries([...readings].map(([char, counts]) => [char, most(counts)]));
}
