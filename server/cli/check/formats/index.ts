import type { Report } from "../check-result.ts";
import type { FormatName } from "../flags.ts";
import { github } from "./github.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { pretty } from "./pretty.ts";
import { sarif } from "./sarif.ts";

/** The output formats of `check`, by name. */
export const formats: Record<FormatName, (report: Report) => string> = { pretty, json, sarif, github, junit };
