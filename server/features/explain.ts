import { isDistinctive } from "../../catalog/model/words.ts";
import { codesInResponse, type ResponseCode } from "../../catalog/responses/response.ts";
import { codesInText } from "../../catalog/responses/text.ts";
import type { Project } from "../configuration/project.ts";
import {
  type CodesInParams,
  type CodesInResult,
  codesInRequest,
  type ExplainParams,
  type ExplainResult,
  explainRequest,
} from "../protocol/index.ts";
import { limited } from "../protocol/limits.ts";
import { knownCodesIn } from "../syntax/fallback.ts";
import { itemConverter } from "./code-item.ts";
import type { Feature } from "./feature.ts";
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
        const results = all.map((project) => {
          const toItem = itemConverter(project, context);
          return limited(explainText(text, project)).map(({ entries, ...rest }) => ({
            ...rest,
            items: entries.map(toItem),
          }));
        });
        const known = results.map((found) => found.filter(({ items }) => items.length > 0));
        const best = known.find((found) => found.length > 0);
        if (best) return { found: best, nearest: [] };
        const [found = []] = results;
        const [project] = all;
        const nearest = project ? nearestTo(found[0]?.code ?? text, project) : [];
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

/** Returns the codes in a text, which can be a code itself, a response or only a message. */
function explainText(text: string, project: Project): ResponseCode[] {
  const code = text.trim();
  const entries = project.catalog.entriesOf(code);
  return project.catalog.hasEntry(code) ? [{ code, entries }] : codesInText(text, project);
}

/** Returns the entries nearest to an unknown code, or to a text in which no code is found. */
function nearestTo(text: string, { catalog, search, speller }: Project) {
  const query = text.trim().slice(0, 200);
  const spelled = /\s/.test(query)
    ? []
    : speller.nearest(query).flatMap(({ code }) => catalog.entriesOf(code));
  const found = query === "" ? [] : search.find(query, maximumNearest).map(({ entry }) => entry);
  return [...new Set([...spelled, ...found])].slice(0, maximumNearest);
}

/** Returns the known codes in a line: those with a distinctive form, and plain words that the line reports as codes. */
function codesIn(line: string, { catalog }: Project) {
  const explained = codesInResponse(line, catalog);
  const entriesOf = (code: string) =>
    explained.find((one) => one.code === code)?.entries ?? catalog.entriesOf(code);
  const distinctive = knownCodesIn(line, catalog).map(({ text, start, end }) => ({
    range: [start, end] as [number, number],
    entries: entriesOf(text),
  }));
  const plain = explained
    .filter(({ code, entries }) => entries.length > 0 && !isDistinctive(code) && /^[A-Za-z]/.test(code))
    .flatMap(({ code, entries }) => {
      const start = line.search(new RegExp(`(?<![\\w.-])${code.replace(/\W/g, "\\$&")}(?![\\w-])`));
      return start < 0 ? [] : [{ range: [start, start + code.length] as [number, number], entries }];
    });
  return [...distinctive, ...plain];
}
