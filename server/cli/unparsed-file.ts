import { unreadableReasons } from "../analysis/unreadable.ts";
import type { Skip } from "../workspace/walk/files.node.ts";

/** Returns how a file that the parser cannot read is reported. */
export function unparsedFile(path: string, reason: keyof typeof unreadableReasons): Skip {
  const { en } = unreadableReasons[reason];
  return {
    path,
    reason: "unreadable",
    detail: en.charAt(0).toLowerCase() + en.slice(1),
    isUnparsed: true,
  };
}

/** Returns the line for the user about a file that cannot be read. */
export function cannotRead({ path, detail }: Skip): string {
  return `Cannot read '${path}'${detail ? `: ${detail}` : ""}.`;
}
