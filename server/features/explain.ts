import { isDistinctive } from "../../catalog/model/words.ts";
import { explainResponse } from "../../catalog/responses/response.ts";
import type { Project } from "../configuration/project.ts";
import {
  type CodeItem,
  type CodesInParams,
  type CodesInResult,
  codesInRequest,
  type ExplainParams,
  type ExplainResult,
  explainRequest,
} from "../protocol/index.ts";
import { knownCodesIn } from "../syntax/fallback.ts";
import { toCodeItem } from "./code-item.ts";
import type { Feature } from "./feature.ts";
import { projectsOfRequest } from "./project-of-request.ts";

const nearestCodes = 5;
/** A longer text is no line of a terminal. */
const maximumLine = 4000;

/** What texts from outside say of codes: error responses, and lines of a terminal. */
export const explain: Feature = {
  capabilities: {},

  register(context) {
    const { connection } = context;
    connection.onRequest(
      explainRequest,
      async ({ text, ...asking }: ExplainParams): Promise<ExplainResult> => {
        const all = await projectsOfRequest(context, asking);
        const readings = all.map((project) => {
          const toItems = itemsIn(project, context.displayLanguage());
          return read(text, project).map(({ entries, ...said }) => ({ ...said, items: toItems(entries) }));
        });
        const known = readings.map((found) => found.filter(({ items }) => items.length > 0));
        const best = known.find((found) => found.length > 0);
        if (best) return { found: best, nearest: [] };
        const [found = []] = readings;
        const [project] = all;
        const near = project ? nearest(found[0]?.code ?? text, project) : [];
        return { found, nearest: project ? itemsIn(project, context.displayLanguage())(near) : [] };
      },
    );
    connection.onRequest(
      codesInRequest,
      async ({ text, ...asking }: CodesInParams): Promise<CodesInResult> => {
        if (text.length > maximumLine) return [];
        const found = new Map<string, CodesInResult[number]>();
        for (const project of await projectsOfRequest(context, asking)) {
          const toItems = itemsIn(project, context.displayLanguage());
          for (const { range, entries } of codesIn(text, project))
            if (!found.has(`${range}`)) found.set(`${range}`, { range, items: toItems(entries) });
        }
        return [...found.values()];
      },
    );
  },
};

function itemsIn({ catalog }: Project, displayLanguage: Parameters<typeof toCodeItem>[2]) {
  return (entries: readonly Parameters<typeof toCodeItem>[0][]): CodeItem[] =>
    entries.map((entry) => toCodeItem(entry, catalog, displayLanguage));
}

/** What a text says; where only a message stands there, the codes whose template it was made of. */
function read(text: string, { catalog, search }: Project): ReturnType<typeof explainResponse> {
  const message = text.trim();
  if (catalog.has(message)) return [{ code: message, entries: catalog.get(message) }];
  const found = explainResponse(text, catalog);
  if (found.length > 0) return found;
  return search.findMessage(message).map(({ entry }) => ({ code: entry.code, message, entries: [entry] }));
}

/** The entries nearest to a code that is none, or to a text in which none is seen. */
function nearest(text: string, { catalog, search, speller }: Project) {
  const query = text.trim().slice(0, 200);
  const spelled = /\s/.test(query) ? [] : speller.nearest(query).flatMap(({ code }) => catalog.get(code));
  const found = query === "" ? [] : search.find(query, nearestCodes).map(({ entry }) => entry);
  return [...new Set([...spelled, ...found])].slice(0, nearestCodes);
}

/** The codes in a line: those shaped like one, and a plain word where the line says that it is one. */
function codesIn(line: string, { catalog }: Project) {
  const explained = explainResponse(line, catalog);
  const entriesOf = (code: string) =>
    explained.find((one) => one.code === code)?.entries ?? catalog.get(code);
  const shaped = knownCodesIn(line, catalog).map(({ text, start, end }) => ({
    range: [start, end] as [number, number],
    entries: entriesOf(text),
  }));
  const plain = explained
    .filter(({ code, entries }) => entries.length > 0 && !isDistinctive(code) && /^[A-Za-z]/.test(code))
    .flatMap(({ code, entries }) => {
      const start = line.search(new RegExp(`(?<![\\w.-])${code.replaceAll(".", "\\.")}(?![\\w-])`));
      return start < 0 ? [] : [{ range: [start, start + code.length] as [number, number], entries }];
    });
  return [...shaped, ...plain];
}
