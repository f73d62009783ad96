import { whenMade } from "../../catalog/model/lazy.ts";
import { readName } from "../../catalog/naming/reading.ts";
import { adviceFor } from "../../catalog/responses/advice/index.ts";
import { errorOfCode, errorsIn, type ReportedError } from "../../catalog/responses/explanation.ts";
import { localize } from "../../catalog/text/localized-text.ts";
import { inSlices } from "../configuration/in-slices.ts";
import type { Project } from "../configuration/project.ts";
import {
  type ExplainedError,
  type ExplainParams,
  type ExplainResult,
  explainRequest,
} from "../protocol/index.ts";
import { limited } from "../protocol/limits.ts";
import { itemConverter } from "./code-item.ts";
import type { Feature, FeatureContext } from "./feature.ts";
import { projectsOfRequest } from "./project-of-request.ts";

const maximumNearest = 5;

/** Explains error responses, the texts of exceptions and logs, from outside the editor. */
export const explain: Feature = {
  capabilities: {},

  register(context) {
    const { connection } = context;
    connection.onRequest(
      explainRequest,
      async ({ text, ...origin }: ExplainParams): Promise<ExplainResult> => {
        const all = await projectsOfRequest(context, origin);
        const results = all.map((project) => limited(explainText(text, project, context)));
        const best = results.find((found) => found.some(({ items }) => items.length > 0));
        if (best) return { found: best, nearest: [] };
        const [found = []] = results;
        const [project] = all;
        const query = found[0]?.code ?? text;
        const nearest = project ? await inSlices(whenMade(() => nearestTo(query, project))) : [];
        return { found, nearest: project ? nearest.map(itemConverter(project, context)) : [] };
      },
    );
  },
};

/** Returns the errors in a text, which can be a code itself, a response or only a message. */
function explainText(text: string, project: Project, context: FeatureContext): ExplainedError[] {
  const code = text.trim();
  const isCode = project.catalog.hasEntry(code);
  const errors = isCode ? [errorOfCode(code, project.catalog)] : errorsIn(text, project);
  const toItem = itemConverter(project, context);
  return errors.map((error) => {
    const { message, requestId, httpStatus, action } = error;
    const note = noteOn(error, project, context);
    return {
      ...(error.code === undefined ? {} : { code: error.code }),
      ...(message === undefined ? {} : { message }),
      ...(requestId === undefined ? {} : { requestId }),
      ...(httpStatus === undefined ? {} : { httpStatus }),
      ...(action === undefined ? {} : { action: action.action }),
      ...(note === undefined ? {} : { note }),
      items: entriesOf(error).map(toItem),
    };
  });
}

/** Returns the entries of the code of an error, the most likely first. */
export function entriesOf({ candidates }: ReportedError) {
  return candidates.flatMap(({ entry }) => entry ?? []);
}

/** Returns what can be said of an error without an entry: what its name says, or what its message does. */
function noteOn(error: ReportedError, { catalog }: Project, context: FeatureContext): string | undefined {
  if (entriesOf(error).length > 0) return undefined;
  const reading = error.code === undefined ? undefined : readName(error.code, catalog.concepts);
  const text = reading?.summary ?? adviceFor(error)[0]?.text;
  return text && localize(text, context.displayLanguage());
}

/** Returns the entries nearest to an unknown code, or to a word that is none; to a text, nothing is near. */
function nearestTo(text: string, { catalog, search, speller }: Project) {
  const query = text.trim().slice(0, 200);
  if (query === "" || /\s/.test(query)) return [];
  const spelled = speller.nearest(query).flatMap(({ code }) => catalog.entriesOf(code));
  const found = search.find(query, maximumNearest).map(({ entry }) => entry);
  return [...new Set([...spelled, ...found])].slice(0, maximumNearest);
}
