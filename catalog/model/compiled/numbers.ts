import type { Sections } from "./sections.ts";

/** The number of bytes of a number. */
const numberBytes = 4;

/**
 * Packs 32-bit numbers, of which neighbours mostly differ little, such as offsets: how many bytes the differences need,
 * then their lowest bytes, then the next ones. A package compresses that to a fraction.
 */
export function packNumbers(numbers: ArrayLike<number>): Uint8Array {
  const { length } = numbers;
  const differences = new Uint32Array(length);
  let [before, all] = [0, 0];
  for (let at = 0; at < length; at++) {
    const number = numbers[at] as number;
    const difference = (number - before) | 0;
    // The sign is the lowest bit, so that small negative differences are small numbers too.
    const zigzag = (difference << 1) ^ (difference >> 31);
    differences[at] = zigzag;
    all |= zigzag;
    before = number;
  }
  const planes = Math.max(1, numberBytes - (Math.clz32(all) >> 3));
  const bytes = new Uint8Array(1 + planes * length);
  bytes[0] = planes;
  for (let plane = 0; plane < planes; plane++)
    for (let at = 0; at < length; at++)
      bytes[1 + plane * length + at] = (differences[at] as number) >>> (8 * plane);
  return bytes;
}

/** Unpacks what {@link packNumbers} has packed. */
export function unpackNumbers(bytes: Uint8Array): Uint32Array {
  const planes = bytes[0] ?? 0;
  if (planes === 0) return new Uint32Array();
  const length = (bytes.length - 1) / planes;
  const numbers = new Uint32Array(length);
  // Interleaved, the bytes are numbers already: all platforms that run an editor store the lowest byte first.
  const interleaved = new Uint8Array(numbers.buffer);
  for (let plane = 0; plane < planes; plane++) {
    const start = 1 + plane * length;
    for (let at = 0, to = plane; at < length; at++, to += numberBytes)
      interleaved[to] = bytes[start + at] as number;
  }
  let number = 0;
  for (let at = 0; at < length; at++) {
    const zigzag = numbers[at] as number;
    number = (number + ((zigzag >>> 1) ^ -(zigzag & 1))) | 0;
    numbers[at] = number;
  }
  return numbers;
}

/** Reads a section of packed numbers; undefined if there is no such section. */
export function readNumbers(sections: Sections, name: string): Uint32Array | undefined {
  const bytes = sections.read(name);
  return bytes && unpackNumbers(bytes);
}
