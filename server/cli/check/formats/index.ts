import type { Report } from "../check-result.ts";
import type { FormatName } from "../flags.ts";
import { github } from "./github.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { pretty } from "./pretty.ts";
import { sarif } from "./sarif.ts";

/** The ways to write a report. */
export const formats: Record<FormatName, (report: Report) => string> = { pretty, json, sarif, github, junit };
