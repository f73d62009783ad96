import { withoutSeparators } from "../../model/words.ts";
import { trigramsIn } from "./tokens.ts";

/** Codes, by number: their bytes one after the other, where each begins, and those in which a character is not a byte. */
interface CodeBytes {
  size: number;
  bytes: Uint8Array;
  offsets: Uint32Array;
  nonAscii: ReadonlySet<number>;
  at(code: number): string;
}

/** Calls back with the number of each code for each different trigram that it shares with some, by a look at all codes. */
export function forEachSharedTrigram(
  { size, bytes, offsets, nonAscii, at }: CodeBytes,
  trigrams: readonly number[],
  callback: (code: number) => void,
): void {
  const wanted = new Map([...new Set(trigrams)].map((trigram, rank) => [trigram, rank]));
  if (wanted.size === 0) return;
  /** For each trigram, by its rank, the code in which it was counted last. */
  const counted = new Int32Array(wanted.size).fill(-1);
  const count = (code: number, trigram: number) => {
    const rank = wanted.get(trigram);
    if (rank === undefined || counted[rank] === code) return;
    counted[rank] = code;
    callback(code);
  };
  for (let code = 0; code < size; code++) {
    if (nonAscii.has(code)) {
      for (const trigram of trigramsIn(withoutSeparators(at(code)))) count(code, trigram);
      continue;
    }
    const end = offsets[code + 1] as number;
    let [trigram, length] = [0, 0];
    for (let place = offsets[code] as number; place < end; place++) {
      const byte = bytes[place] as number;
      if (isSeparator(byte)) continue;
      const lower = byte >= 65 && byte <= 90 ? byte + 32 : byte;
      trigram = ((trigram & 0xfffff) << 10) | lower;
      if (++length > 2) count(code, trigram);
    }
  }
}

/** Whether a character separates the words of a code, as `withoutSeparators` says. */
function isSeparator(byte: number): boolean {
  return byte <= 32 || byte === 45 || byte === 46 || byte === 95;
}
