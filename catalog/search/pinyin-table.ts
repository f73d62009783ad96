import { pinyin } from "pinyin-pro";
import type { CatalogData } from "../model/entry.ts";

/**
 * Returns the pinyin, without tones, of each Chinese character in the catalog's texts: of several readings, the one that
 * is most frequent there. The pinyin library is large, so this runs at build time and only the table is shipped.
 */
export function pinyinOf({ entries, concepts }: CatalogData): Record<string, string> {
  const readings = new Map<string, Map<string, number>>();
  const isNew = (text: string) => [...text].some((char) => !readings.has(char));
  const texts = [
    ...concepts.map(({ name }) => ({ text: name["zh-CN"], isRead: false })),
    ...entries.map(({ summary, basis }) => ({ text: summary["zh-CN"], isRead: basis === "name" })),
  ];
  for (const { text, isRead } of texts) {
    // What is read from names repeats a few hundred sentences and terms.
    if (isRead && !isNew((text ?? "").replace(/[\0-\x7f]/g, ""))) continue;
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
