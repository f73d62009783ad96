import type { Kind } from "../kind.ts";
import { commandLines } from "./arguments.ts";
import { catalogs } from "./catalogs.ts";
import { configurations } from "./configurations.ts";
import { documents } from "./documents.ts";
import { edits } from "./edits.ts";
import { messages } from "./messages.ts";
import { responses } from "./responses.ts";
import { sdks } from "./sdks.ts";

/** Everything that is fuzzed. */
export const kinds: readonly Kind[] = [
  edits,
  documents,
  responses,
  configurations,
  catalogs,
  messages,
  commandLines,
  sdks,
];
