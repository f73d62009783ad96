import { fileURLToPath } from "node:url";
import { type DisplayLanguage, type LocalizedText, localize } from "../../catalog/text/localized-text.ts";
import type { Projects } from "../configuration/projects.ts";
import { displayPathOf } from "./display-path.ts";

/** As many problems are told one by one. */
const maximumProblems = 5;

/**
 * Returns the problems of the configurations that were loaded so far, and of the catalogs that they name: a line for each
 * of the first, and one that counts the others. For commands whose results depend on them, but are about something else.
 */
export async function problemLines(projects: Projects, lang: DisplayLanguage): Promise<string[]> {
  const loaded = await projects.loadedProjects();
  const lines = loaded.flatMap((project) =>
    [...project.problems].flatMap(([uri, ofFile]) =>
      ofFile.flatMap(({ severity, line, character, message }) =>
        severity === "hint" || severity === "information"
          ? []
          : `${displayPathOf(fileURLToPath(uri))}:${line + 1}:${character + 1}: ${localize(message, lang)}`,
      ),
    ),
  );
  const omitted = lines.length - maximumProblems;
  return omitted <= 0 ? lines : [...lines.slice(0, maximumProblems), localize(moreProblems(omitted), lang)];
}

function moreProblems(count: number): LocalizedText {
  return {
    en: `${count} more like these; 'error-codes check' lists them all.`,
    "zh-CN": `另有 ${count} 个类似问题，可用 error-codes check 全部列出。`,
  };
}
