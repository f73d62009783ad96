import { readFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Problem } from "../../../catalog/model/checked-file.ts";
import { type DisplayLanguage, localize } from "../../../catalog/model/localized-text.ts";
import type { Project } from "../../configuration/project.ts";
import { rangeOf } from "../../documents/span.ts";
import type { TrackedDocument } from "../../documents/tracked-document.ts";
import { findingsOf, type Severities } from "../../rules/findings.ts";
import type { ReportedFinding } from "../../rules/rule.ts";
import type { Language } from "../../syntax/languages/index.ts";
import { candidateFilterOf } from "../../workspace/candidate-filter.ts";
import type { TextFile } from "../../workspace/files.node.ts";
import type { Engine } from "../engine.ts";
import { type CheckResult, configurationRule } from "./check-result.ts";
/** Checks texts, each by the configuration that governs it. */
export class Checker {
  readonly #engine: Engine;
  readonly #overrides: Severities;
  readonly #displayLanguage: DisplayLanguage;
  readonly #projects = new Set<Project>();

  constructor(engine: Engine, overrides: Severities, displayLanguage: DisplayLanguage) {
    this.#engine = engine;
    this.#overrides = overrides;
    this.#displayLanguage = displayLanguage;
  }

  /** What the rules find in a text; its path tells its language and what governs it. */
  async check({ path, text }: TextFile, language: Language): Promise<CheckResult[]> {
    const { analyzer, projects } = this.#engine;
    const uri = pathToFileURL(path).href;
    const project = await projects.of(uri);
    this.#projects.add(project);
    const document = candidateFilterOf(project).fileOfFindings(uri, text, language);
    if (!document) return [];
    const analysis = await analyzer.analyze(document);
    const found = findingsOf(document, analysis, this.#overrides);
    analyzer.forget(document);
    return found.map((one) => this.#toFound(path, document, one));
  }

  /** What is wrong in the configurations that governed what was checked, and in the catalogs that they name. */
  async problems(): Promise<CheckResult[]> {
    const byFile = new Map([...this.#projects].flatMap(({ problems }) => [...problems]));
    const found: CheckResult[] = [];
    for (const [uri, problems] of byFile) {
      if (problems.length === 0) continue;
      const path = fileURLToPath(uri);
      const document = TextDocument.create(uri, "", 0, await readFile(path, "utf8").catch(() => ""));
      found.push(...problems.map((one) => this.#fromProblem(path, document, one)));
    }
    return found;
  }

  #toFound(path: string, document: TrackedDocument, reported: ReportedFinding): CheckResult {
    const { rule, severity, message, suggestions = [], related = [], start, end } = reported;
    const range = rangeOf(document, reported);
    return {
      path,
      range,
      rule,
      severity,
      message: localize(message, this.#displayLanguage),
      literal: document.text.slice(start, end),
      suggestions,
      related: related.map((one) => ({
        range: rangeOf(document, one),
        message: localize(one.message, this.#displayLanguage),
      })),
      line: lineAt(document.textDocument, range.start.line),
    };
  }

  #fromProblem(path: string, document: TextDocument, problem: Problem): CheckResult {
    const { line, character, endLine, endCharacter, severity, message } = problem;
    const range = { start: { line, character }, end: { line: endLine, character: endCharacter } };
    return {
      path: shown(path),
      range,
      rule: configurationRule,
      severity,
      message: localize(message, this.#displayLanguage),
      literal: document.getText(range),
      suggestions: [],
      related: [],
      line: lineAt(document, line),
    };
  }
}

/** A line without its end. */
function lineAt(document: TextDocument, line: number): string {
  const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
  return document.getText(range).replace(/[\r\n]+$/, "");
}

/** A path as it is named from the working folder, where it stands below it. */
function shown(path: string): string {
  const inside = relative(process.cwd(), resolve(path));
  return inside.startsWith("..") ? path : inside || path;
}
