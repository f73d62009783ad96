import { readFile } from "node:fs/promises";

/** What the build adds to the name of a file that it compresses with Brotli. */
export const compressedSuffix = ".br";

/** Reads a file that the build has compressed, by its name before. A damaged one is read as an empty one. */
export async function readCompressed(path: string): Promise<Uint8Array> {
  const [bytes, { brotliDecompress }] = await Promise.all([
    readFile(path + compressedSuffix),
    // Not loaded with the rest: the server starts without it.
    import("node:zlib"),
  ]);
  return new Promise((resolve) =>
    brotliDecompress(bytes, (error, result) => resolve(error ? new Uint8Array() : result)),
  );
}
