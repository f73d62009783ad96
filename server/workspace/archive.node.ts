import { stat } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { openPromise } from "yauzl";
import type { ArchivedFile } from "../documents/package-files.ts";

/** The most entries of an archive that are looked at. */
const maximumEntries = 200_000;

/**
 * Yields the files of a ZIP archive whose paths are wanted; ends early where the archive is damaged. A file of more than
 * `maximum` bytes is left out.
 */
export async function* filesInArchive(
  path: string,
  isWanted: (path: string) => boolean,
  maximum: number,
): AsyncGenerator<ArchivedFile> {
  // To open a pipe waits for somebody who writes into it.
  const info = await stat(path).catch(() => undefined);
  const archive = info?.isFile() ? await openPromise(path).catch(() => undefined) : undefined;
  if (!archive) return;
  let count = 0;
  try {
    for await (const entry of archive.eachEntry()) {
      if (++count > maximumEntries) return;
      // The library ends a stream with an error that gives more bytes than the entry says.
      if (entry.uncompressedSize > maximum || !isWanted(entry.fileName)) continue;
      yield { path: entry.fileName, bytes: await buffer(await archive.openReadStreamPromise(entry)) };
    }
  } catch {
    // What was read before counts.
  } finally {
    archive.close();
  }
}
