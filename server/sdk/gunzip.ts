/** Unpacks gzip; undefined if it is damaged or becomes more than `maximum` bytes. */
export async function gunzip(bytes: Uint8Array, maximum: number): Promise<Uint8Array | undefined> {
  const unpacked = new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream("gzip"));
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of unpacked) {
      size += part.length;
      if (size > maximum) return undefined;
      parts.push(part);
    }
  } catch {
    return undefined;
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
