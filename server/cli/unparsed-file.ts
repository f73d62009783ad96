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
  return `error-codes: Cannot read '${path}'${detail ? `: ${detail}` : ""}.`;
}

/** Why a file that was named is not checked. */
const obstacles: Partial<Record<Skip["reason"], string>> = {
  binary: "it is binary",
  minified: "it is minified",
  huge: "it is too large",
};

/** Returns the line for the user about a file that was named, but is not checked. */
export function notChecked({ path, reason, detail }: Skip): string {
  const why = [obstacles[reason], detail].filter(Boolean).join(": ");
  return `error-codes: '${path}' is not checked${why && `: ${why}`}. --ignore-unknown passes over such files.`;
}
