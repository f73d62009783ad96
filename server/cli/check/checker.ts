import { fileURLToPath, pathToFileURL } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import { isLikelyCatalog } from "../../../catalog/schema/catalog-file.ts";
import type { Problem } from "../../../catalog/schema/checked-file.ts";
import { type DisplayLanguage, localize } from "../../../catalog/text/localized-text.ts";
import { isConfiguration } from "../../configuration/configuration.ts";
import type { Project } from "../../configuration/project.ts";
import { rangeOf } from "../../documents/span.ts";
import type { TrackedDocument } from "../../documents/tracked-document.ts";
import { findingsOf, type Severities } from "../../rules/findings.ts";
import { FileCounts, unknownCodesIn } from "../../rules/recurring.ts";
import type { ReportedFinding } from "../../rules/rule.ts";
import type { Language } from "../../syntax/languages/index.ts";
import { candidateFilterOf } from "../../workspace/candidate-filter.ts";
import type { Skip, TextFile } from "../../workspace/walk/files.node.ts";
import { readRegularFile } from "../../workspace/walk/regular-file.node.ts";
import { displayPathOf } from "../display-path.ts";
import type { Engine } from "../engine.ts";
import { unparsedFile } from "../unparsed-file.ts";
import { type CheckResult, configurationRule } from "./check-result.ts";

/** In bytes, of a configuration or catalog. */
const maximumBytes = 20_000_000;

/** Checks source texts, each under the configuration that governs its path. */
export class Checker {
  readonly #engine: Engine;
  readonly #overrides: Severities;
  readonly #displayLanguage: DisplayLanguage;
  readonly #projects = new Set<Project>();
  readonly #counts = new FileCounts();

  constructor(engine: Engine, overrides: Severities, displayLanguage: DisplayLanguage) {
    this.#engine = engine;
    this.#overrides = overrides;
    this.#displayLanguage = displayLanguage;
  }

  /**
   * Returns the rules' findings in a text; its path determines the configuration that applies. `isFirst` is whether the
   * file has not been checked before. Calls `skip` if the text cannot be parsed.
   */
  async check(
    { path, text }: TextFile,
    language: Language,
    skip: (skipped: Skip) => void,
    isFirst = true,
  ): Promise<CheckResult[]> {
    const { analyzer, projects } = this.#engine;
    const uri = pathToFileURL(path).href;
    const project = await projects.of(uri);
    this.#projects.add(project);
    const document = candidateFilterOf(project).documentForFindings(uri, text, language, this.#overrides);
    if (!document) return [];
    const analysis = await analyzer.analyze(document);
    if (analysis.unreadable) skip(unparsedFile(path, analysis.unreadable));
    if (isFirst) this.#counts.add(unknownCodesIn(analysis));
    // What is vendored was passed over already, unless it is named on the command line.
    const found = findingsOf(document, { ...analysis, vendoredFolder: undefined }, this.#overrides);
    analyzer.forget(document);
    return found.map((finding) => this.#findingToResult(path, document, finding));
  }

  /** Whether a finding is doubtful, since its code stands in several of the files that were checked so far. */
  isDoubtful({ isLikely, literal }: CheckResult): boolean {
    return isLikely === true && this.#counts.recurring.has(literal);
  }

  /** Returns the problems of the configurations that applied to the checked texts, and of the catalogs they name. */
  async problems(): Promise<CheckResult[]> {
    const byFile = new Map([...this.#projects].flatMap(({ problems }) => [...problems]));
    const found: CheckResult[] = [];
    for (const [uri, problems] of byFile) {
      if (problems.length === 0) continue;
      const path = fileURLToPath(uri);
      const document = TextDocument.create(uri, "", 0, await textToShow(path));
      for (const problem of problems) found.push(this.#problemToResult(path, document, problem));
    }
    return found;
  }

  #findingToResult(path: string, document: TrackedDocument, finding: ReportedFinding): CheckResult {
    const { rule, severity, message, suggestions = [], isLikely, related = [], start, end } = finding;
    const range = rangeOf(document, finding);
    return {
      path,
      range,
      rule,
      severity,
      message: localize(message, this.#displayLanguage),
      literal: document.text.slice(start, end),
      suggestions,
      ...(isLikely ? { isLikely } : {}),
      related: related.map((other) => ({
        range: rangeOf(document, other),
        message: localize(other.message, this.#displayLanguage),
      })),
      line: lineAt(document.textDocument, range.start.line),
    };
  }

  #problemToResult(path: string, document: TextDocument, problem: Problem): CheckResult {
    // A configuration can name any file as a catalog, such as one that holds passwords.
    const isShown = isConfiguration(document.uri) || isLikelyCatalog(document.getText());
    const { line, character, endLine, endCharacter, severity, message } = problem;
    const range = { start: { line, character }, end: { line: endLine, character: endCharacter } };
    return {
      path: displayPathOf(path),
      range,
      rule: configurationRule,
      severity,
      message: localize(message, this.#displayLanguage),
      literal: isShown ? document.getText(range) : "",
      suggestions: [],
      related: [],
      line: isShown ? lineAt(document, line) : "",
    };
  }
}

/** Returns the text of a configuration or catalog; empty if it cannot be read, which is a problem of its own. */
function textToShow(path: string): Promise<string> {
  return readRegularFile(path, maximumBytes).then(String, () => "");
}

/** Returns a zero-based line without its line break. */
export function lineAt(document: TextDocument, line: number): string {
  const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
  const text = document.getText(range);
  let end = text.length;
  while (text[end - 1] === "\n" || text[end - 1] === "\r") end--;
  return text.slice(0, end);
}
