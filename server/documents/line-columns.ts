/** Converts characters of a line between UTF-16 units and UTF-8 bytes; beyond its end, both count alike. */
export interface LineColumns {
  toUtf8(character: number): number;
  toUtf16(byte: number): number;
}

const identity: LineColumns = { toUtf8: (character) => character, toUtf16: (byte) => byte };

/** Returns the conversions of a line, in time that grows with its length once, and hardly with each use. */
export function lineColumns(line: string): LineColumns {
  if (/^[\0-\x7f]*$/.test(line)) return identity;
  const bytes = bytesBefore(line);
  const [length, total] = [line.length, bytes[line.length] ?? 0];
  return {
    toUtf8: (character) =>
      character > length ? total + (character - length) : (bytes[Math.max(0, Math.trunc(character))] ?? 0),
    toUtf16: (byte) => (byte > total ? length + (byte - total) : lastAtMost(bytes, byte)),
  };
}

/** Returns how many bytes are before each UTF-16 unit of a line, and before its end; half a character counts as none. */
function bytesBefore(line: string): Uint32Array {
  const bytes = new Uint32Array(line.length + 1);
  let count = 0;
  for (let index = 0; index < line.length; index++) {
    bytes[index] = count;
    const code = line.codePointAt(index) ?? 0;
    count += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (code >= 0x10000) bytes[++index] = count - 4;
  }
  bytes[line.length] = count;
  return bytes;
}

/** Returns the first index of the greatest value that is not greater than the given one; values only grow. */
function lastAtMost(values: Uint32Array, limit: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  const value = values[low - 1] ?? 0;
  let first = Math.max(0, low - 1);
  while (first > 0 && values[first - 1] === value) first--;
  return first;
}
