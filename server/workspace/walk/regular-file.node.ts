import { constants } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import type { ReadFailure } from "../../documents/host.ts";

/** Thrown if a file is not read; the message is the reason as a clause, such as `permission denied`. */
export class UnreadableFile extends Error {
  readonly failure: ReadFailure;

  constructor(failure: ReadFailure, message: string) {
    super(message);
    this.failure = failure;
  }
}

const failures: Partial<Record<string, [failure: ReadFailure, reason: string]>> = {
  ENOENT: ["missing", "there is no such file"],
  ENOTDIR: ["missing", "there is no such file"],
  ENAMETOOLONG: ["missing", "there is no such file"],
  EACCES: ["denied", "permission denied"],
  EPERM: ["denied", "permission denied"],
  ELOOP: ["circular", "its symbolic links form a circle"],
  EISDIR: ["special", "it is a folder"],
  ENXIO: ["special", "it is not a regular file"],
  EAGAIN: ["special", "it is not a regular file"],
};

/** Returns what an error of the file system means for the file or folder at a path. */
export function unreadable(error: unknown, path: string): UnreadableFile {
  if (error instanceof UnreadableFile) return error;
  const { code } = error as NodeJS.ErrnoException;
  // Node.js replaces the bytes of a name that are not UTF-8, so that there is no file with the name that it returns.
  if (code === "ENOENT" && path.includes("\ufffd"))
    return new UnreadableFile("failed", "its name is not valid UTF-8");
  const [failure, reason] = failures[code ?? ""] ?? ["failed", code ?? String(error)];
  return new UnreadableFile(failure, reason);
}

/**
 * Reads a regular file of at most `maximum` bytes; throws an {@link UnreadableFile} otherwise. Never waits for a named
 * pipe or a device, and does not rely on the size that the file system reports, which is 0 for some files.
 */
export async function readRegularFile(path: string, maximum: number): Promise<Buffer> {
  let file: FileHandle | undefined;
  try {
    // Opening some devices already has an effect.
    assertRegular(await stat(path));
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const info = await file.stat();
    assertRegular(info);
    if (info.size > maximum) throw tooLarge(maximum);
    return await readAll(file, info.size, maximum);
  } catch (error) {
    throw unreadable(error, path);
  } finally {
    await file?.close();
  }
}

async function readAll(file: FileHandle, expected: number, maximum: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for (;;) {
    const part = Buffer.allocUnsafe(Math.max(expected - size, 65_536));
    const { bytesRead } = await file.read(part);
    size += bytesRead;
    if (size > maximum) throw tooLarge(maximum);
    if (bytesRead === 0) return Buffer.concat(parts);
    parts.push(part.subarray(0, bytesRead));
  }
}

function assertRegular(info: { isFile(): boolean; isDirectory(): boolean }): void {
  if (info.isFile()) return;
  throw new UnreadableFile("special", info.isDirectory() ? "it is a folder" : "it is not a regular file");
}

function tooLarge(maximum: number): UnreadableFile {
  return new UnreadableFile("large", `it has more than ${maximum / 1e6} MB`);
}
