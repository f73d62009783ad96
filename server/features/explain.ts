import { whenMade } from "../../catalog/model/lazy.ts";
import { atOnce } from "../../catalog/model/slices.ts";
import { isDistinctive } from "../../catalog/model/words.ts";
import { readName } from "../../catalog/naming/reading.ts";
import { adviceFor } from "../../catalog/responses/advice/index.ts";
import { errorOfCode, errorsIn, type ReportedError } from "../../catalog/responses/explanation.ts";
import { localize } from "../../catalog/text/localized-text.ts";
import { inSlices } from "../configuration/in-slices.ts";
import type { Project } from "../configuration/project.ts";
import {
  type CodesInParams,
  type CodesInResult,
  codesInRequest,
  type ExplainedError,
  type ExplainParams,
  type ExplainResult,
  explainRequest,
} from "../protocol/index.ts";
import { limited } from "../protocol/limits.ts";
import { knownCodesIn } from "../syntax/fallback.ts";
import { itemConverter } from "./code-item.ts";
import type { Feature, FeatureContext } from "./feature.ts";
import { projectsOfRequest } from "./project-of-request.ts";

const maximumNearest = 5;
/** The longest text that is searched as a terminal line, in UTF-16 units. */
const maximumLine = 4000;

/** Explains codes in texts from outside the editor: error responses and terminal lines. */
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
    connection.onRequest(
      codesInRequest,
      async ({ text, ...origin }: CodesInParams): Promise<CodesInResult> => {
        if (text.length > maximumLine) return [];
        const found = new Map<string, CodesInResult[number]>();
        for (const project of await projectsOfRequest(context, origin)) {
          const toItem = itemConverter(project, context);
          for (const { range, entries } of codesIn(text, project))
            if (!found.has(`${range}`)) found.set(`${range}`, { range, items: entries.map(toItem) });
        }
        return [...found.values()];
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

function entriesOf({ candidates }: ReportedError) {
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

/** Returns the known codes in a line: those with a distinctive form, and plain words that the line reports as codes. */
function codesIn(line: string, project: Project) {
  const { catalog } = project;
  const errors = errorsIn(line, project);
  const entriesIn = (code: string) => {
    const error = errors.find((one) => one.code === code);
    const entries = error ? entriesOf(error) : [];
    return entries.length > 0 ? entries : catalog.entriesOf(code);
  };
  const distinctive = atOnce(knownCodesIn(line, catalog)).map(({ text, start, end }) => ({
    range: [start, end] as [number, number],
    entries: entriesIn(text),
  }));
  const plain = errors.flatMap((error) => {
    const { code = "", codeSpan } = error;
    const entries = entriesOf(error);
    if (!codeSpan || entries.length === 0 || isDistinctive(code) || !/^[A-Za-z]/.test(code)) return [];
    return [{ range: [codeSpan.start, codeSpan.end] as [number, number], entries }];
  });
  return [...distinctive, ...plain];
}
