import { errorOfCode, errorsIn } from "../../../catalog/responses/explanation.ts";
import type { Severities } from "../../rules/findings.ts";
import type { CheckResult } from "../check/check-result.ts";
import { Checker } from "../check/checker.ts";
import { CheckRun } from "../check/run.ts";
import { type Engine, loadEngine } from "../engine.ts";
import { toObject } from "../explain/json.ts";
import { foldersOf } from "../folders.ts";
import { assertAnswerable } from "../lookup.ts";
import { toJson } from "../terminal/output.ts";
import { Progress } from "../terminal/progress.ts";
import type * as Api from "./declarations.d.ts";

/** How many results a look-up has by default. */
const defaultLimit = 20;

/** Loads the engine for the working folder, whose configuration can change between calls. */
function engineFor(
  { allowOutside = false, sdk = false }: Api.Options,
  paths: readonly string[] = [],
): Promise<Engine> {
  return loadEngine({ allowOutside, sdk, folders: foldersOf(paths) });
}

export const check: typeof Api.check = async (given = ".", options = {}) => {
  const paths = typeof given === "string" ? [given] : given;
  const engine = await engineFor(options, paths);
  engine.analyzer.setFolders(foldersOf(paths));
  const lang = options.language ?? "en";
  const skipped: Api.CheckReport["skipped"][number][] = [];
  const nothing = () => {};
  const run = new CheckRun(
    {
      checker: new Checker(engine, (options.rules ?? {}) as Severities, lang),
      projects: engine.projects,
      folderNames: engine.folderNames,
      skipped: {
        add: ({ path, reason, detail }) => void skipped.push({ path, reason, ...(detail ? { detail } : {}) }),
      },
      progress: new Progress(false, lang),
      say: nothing,
      warn: nothing,
      lang,
    },
    false,
    true,
  );
  await run.check({ paths });
  return { files: run.files, findings: run.found.map(toFinding), skipped };
};

function toFinding({ line: _, isLikely: __, ...finding }: CheckResult): Api.Finding {
  return finding;
}

export const explain: typeof Api.explain = async (codeOrText, options = {}) => {
  const engine = await engineFor(options);
  const { catalog } = engine;
  // What has other characters than a code can be an answer without a blank, such as JSON.
  const isCode = catalog.hasEntry(codeOrText) || /^[\w.:/-]+$/.test(codeOrText.trim());
  const errors = isCode ? [errorOfCode(codeOrText.trim(), catalog)] : errorsIn(codeOrText, engine);
  return errors.map(
    (error) => toObject(error, catalog, options.language ?? "en", true) as unknown as Api.Explanation,
  );
};

export const lookup: typeof Api.lookup = async (query, options = {}) => {
  const { catalog, search } = await engineFor(options);
  assertAnswerable(query, catalog, options.language ?? "en");
  const hits = search.find(query, options.limit ?? defaultLimit);
  return hits.map(({ entry }) => toJson(entry, catalog) as unknown as Api.Entry);
};
