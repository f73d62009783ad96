/** The multiplier of the FNV hash, by which checksums are formed. */
const prime = 0x01000193;

/**
 * Returns a checksum of bytes that are aligned for 32-bit numbers. Whatever is read is checked, so it takes numbers of
 * four bytes, and four of them side by side: a multiplication then does not wait for the one before.
 */
export function checksumOf(bytes: Uint8Array): number {
  const numbers = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  let [a, b, c, d] = [bytes.length, 1, 2, 3];
  const end = numbers.length & -4;
  for (let at = 0; at < end; at += 4) {
    a = Math.imul(a ^ (numbers[at] as number), prime);
    b = Math.imul(b ^ (numbers[at + 1] as number), prime);
    c = Math.imul(c ^ (numbers[at + 2] as number), prime);
    d = Math.imul(d ^ (numbers[at + 3] as number), prime);
  }
  for (const number of numbers.subarray(end)) a = Math.imul(a ^ number, prime);
  for (const byte of bytes.subarray(bytes.length & -4)) b = Math.imul(b ^ byte, prime);
  for (const sum of [b, c, d]) a = Math.imul(a ^ sum, prime);
  return a >>> 0;
}
