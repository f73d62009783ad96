import type { Sections } from "./sections.ts";

/** The number of bytes of a number, each of which has a plane of its own. */
const planes = 4;

/**
 * Packs 32-bit numbers, of which neighbours mostly differ little, such as offsets: the differences, all their lowest bytes
 * first. It is as long as before, but a package compresses it to a fraction.
 */
export function packNumbers(numbers: ArrayLike<number>): Uint8Array {
  const { length } = numbers;
  const bytes = new Uint8Array(length * planes);
  let before = 0;
  for (let at = 0; at < length; at++) {
    const number = numbers[at] as number;
    const difference = (number - before) | 0;
    // The sign is the lowest bit, so that small negative differences are small numbers too.
    const zigzag = (difference << 1) ^ (difference >> 31);
    for (let plane = 0; plane < planes; plane++) bytes[plane * length + at] = zigzag >>> (8 * plane);
    before = number;
  }
  return bytes;
}

/** Unpacks what {@link packNumbers} has packed. */
export function unpackNumbers(bytes: Uint8Array): Uint32Array {
  const length = Math.floor(bytes.length / planes);
  const numbers = new Uint32Array(length);
  let number = 0;
  for (let at = 0; at < length; at++) {
    const zigzag =
      (bytes[at] as number) |
      ((bytes[length + at] as number) << 8) |
      ((bytes[2 * length + at] as number) << 16) |
      ((bytes[3 * length + at] as number) << 24);
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
