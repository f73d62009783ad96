import { pinyin } from "pinyin-pro";
import type { CatalogData } from "../model/entry.ts";

/**
 * Returns the pinyin, without tones, of each Chinese character in the catalog's texts: of several readings, the one that
 * is most frequent there. The pinyin library is large, so this runs at build time and only the table is shipped.
 */
export function pinyinOf({ entries, concepts }: CatalogData): Record<string, string> {
  const readings = new Map<string, Map<string, number>>();
  const texts = [
    ...concepts.map(({ name }) => name["zh-CN"]),
    ...entries.map(({ summary }) => summary["zh-CN"]),
  ];
  for (const text of texts) {
    const syllables = pinyin(text ?? "", { toneType: "none", type: "all", v: true });
    for (const { origin, pinyin: reading, isZh } of syllables) {
      if (!isZh) continue;
      const counts = readings.get(origin) ?? new Map<string, number>();
      readings.set(origin, counts.set(reading, (counts.get(reading) ?? 0) + 1));
    }
  }
  const mostFrequent = (counts: Map<string, number>) =>
    [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "";
  return Object.fromEntries([...readings].map(([char, counts]) => [char, mostFrequent(counts)]));
}
