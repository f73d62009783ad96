import { check } from "./check.ts";
import { codesOfAction } from "./codes-of-action.ts";
import { equivalents } from "./equivalents.ts";
import { explain } from "./explain.ts";
import { lookup } from "./lookup.ts";
import type { Tool } from "./tool.ts";

/** The tools that language models can call. */
export const tools: readonly Tool[] = [explain, lookup, check, equivalents, codesOfAction];
