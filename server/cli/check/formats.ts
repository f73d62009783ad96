import type { Report } from "./found.ts";
import { github } from "./github.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { pretty } from "./pretty.ts";
import { sarif } from "./sarif.ts";

/** The ways to write a report. */
export const formats = { pretty, json, sarif, github, junit } satisfies Record<
  string,
  (report: Report) => string
>;

export type FormatName = keyof typeof formats;

/** Their names, the usual one first. */
export const formatNames = Object.keys(formats) as FormatName[];
