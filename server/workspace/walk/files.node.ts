import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { languageByPath } from "../../syntax/languages/index.ts";
import { isMinified } from "../minified.ts";
import { unreadable } from "./regular-file.node.ts";

/** Files with more bytes are generated or data. */
const maximumBytes = 2_000_000;

/** Why a file or a folder is not read. */
type SkipReason =
  | "binary"
  | "minified"
  | "huge"
  | "unsupported"
  | "unreadable"
  | "ignored"
  | "vendored"
  | "linked";

/** A file or folder that is not read, a folder with all of its content; `detail` explains the reason. */
export interface Skip {
  path: string;
  reason: SkipReason;
  folder?: boolean;
  detail?: string;
  /** Whether the file was read, but the parser failed, so that it is always named. */
  isUnparsed?: true;
  /** Whether the user named the file itself, rather than a folder or a glob. */
  isNamed?: true;
}

/** A file and its text. */
export interface TextFile {
  path: string;
  text: string;
}

/** Returns the text of a file, without its byte order mark; undefined, after a call of `skip`, if it is skipped. */
export function textOf(path: string, skip: (skipped: Skip) => void = () => {}): string | undefined {
  const text = readText(path, skip);
  if (text === undefined || !isMinified(path, text, languageByPath(path))) return text;
  skip({ path, reason: "minified" });
  return undefined;
}

/** One buffer for all files: with one for each, memory would grow faster than it is garbage-collected. */
const bytes = Buffer.allocUnsafeSlow(maximumBytes);

function readText(path: string, skip: (skipped: Skip) => void): string | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const info = fstatSync(file);
    if (!info.isFile()) {
      skip({ path, reason: "unreadable", detail: "it is not a regular file" });
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
    skip({ path, reason: "unreadable", detail: unreadable(error, path).message });
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/**
 * Reads a file from its start into the shared buffer and returns the number of bytes. `expected` is that number, or 0
 * if it is unknown.
 */
function readAll(file: number, expected: number): number {
  let size = 0;
  while (size < bytes.length) {
    const count = readSync(file, bytes, size, bytes.length - size, null);
    size += count;
    // Another read to detect the end of the file takes as long as reading most files.
    if (count === 0 || size === expected) break;
  }
  return size;
}

function megabytes(count: number): string {
  return `${(count / 1e6).toFixed(1)} MB`;
}
