import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { languageOfPath } from "../languages/index.ts";
import { isMinified } from "./minified.ts";
import type { Skip } from "./skipped.ts";
import { codeOf, filesIn } from "./tree.ts";

/** Larger files are generated or data. */
const maximumBytes = 2_000_000;

/** A file with its text, read. */
export interface TextFile {
  path: string;
  text: string;
}

/** The texts of all files to be read below the given paths, in their order; says what is skipped, and why. */
export async function* textsIn(
  paths: readonly string[],
  wants: (path: string) => boolean,
  skip: (skipped: Skip) => void = () => {},
): AsyncGenerator<TextFile> {
  for await (const path of filesIn(paths, skip)) {
    const text = wants(path) ? textOf(path, skip) : undefined;
    if (text !== undefined) yield { path, text };
  }
}

/** The text of a file, without its byte order mark; undefined where it is skipped. */
export function textOf(path: string, skip: (skipped: Skip) => void): string | undefined {
  const text = readText(path, skip);
  if (text === undefined || !isMinified(path, text, languageOfPath(path))) return text;
  skip({ path, reason: "minified" });
  return undefined;
}

/** One for all files: buffers of their own pile up faster than they are collected. */
const bytes = Buffer.allocUnsafeSlow(maximumBytes);

function readText(path: string, skip: (skipped: Skip) => void): string | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const info = fstatSync(file);
    if (!info.isFile()) {
      skip({ path, reason: "unreadable", detail: "no regular file" });
      return undefined;
    }
    if (info.size > maximumBytes) {
      skip({
        path,
        reason: "huge",
        detail: `${megabytes(info.size)}, the limit is ${megabytes(maximumBytes)}`,
      });
      return undefined;
    }
    const size = readAll(file, info.size);
    if (bytes.subarray(0, Math.min(size, 8192)).includes(0)) {
      skip({ path, reason: "binary" });
      return undefined;
    }
    const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    return bytes.toString("utf8", Math.min(start, size), size);
  } catch (error) {
    skip({ path, reason: "unreadable", detail: codeOf(error) });
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Reads a file from its start into the bytes that all share; the number of them, which `expected` says if it is not 0. */
function readAll(file: number, expected: number): number {
  let size = 0;
  while (size < bytes.length) {
    const count = readSync(file, bytes, size, bytes.length - size, null);
    size += count;
    // Asking once more for nothing takes as long as reading most files.
    if (count === 0 || size === expected) break;
  }
  return size;
}

function megabytes(count: number): string {
  return `${(count / 1e6).toFixed(1)} MB`;
}
