import type { Report } from "../check-result.ts";
import type { FormatName } from "../flags.ts";
import { compact } from "./compact.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { pretty } from "./pretty.ts";
import { sarif } from "./sarif.ts";

/** The output formats of `check`, by name. `isShown` is whether the text goes to standard output, rather than a file. */
export const formats: Record<FormatName, (report: Report, isShown?: boolean) => string> = {
  pretty,
  compact,
  json,
  sarif,
  github,
  gitlab,
  junit,
};
