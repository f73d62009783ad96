import * as v from "valibot";
import type { CancellationToken } from "vscode-languageserver";
import { localize } from "../../catalog/text/localized-text.ts";
import type { Project } from "../configuration/project.ts";
import { severities } from "../configuration/severity.ts";
import { rangeOf } from "../documents/span.ts";
import { parseUri } from "../documents/uris.ts";
import { findingsOf } from "../rules/findings.ts";
import { FileCounts, unknownCodesIn } from "../rules/recurring.ts";
import { languageByPath } from "../syntax/languages/index.ts";
import { vendoredNote } from "../workspace/vendored-note.ts";
import { type AnalyzedFile, WorkspaceReader } from "../workspace/workspace.ts";
import { placeAt, shownPath, urisAt } from "./paths.ts";
import { type ToolContext, ToolFailure, toolOf } from "./tool.ts";

const maximum = { path: 4096, text: 2_000_000, findings: 200, usual: 50, suggestions: 3, files: 20_000 };

const input = v.strictObject({
  path: v.optional(
    v.pipe(
      v.string(),
      v.minLength(1),
      v.maxLength(maximum.path),
      v.description("A file or folder in the workspace, relative to it or absolute; all of it if left out."),
    ),
  ),
  text: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(maximum.text),
      v.description("Check this text in place of the file at `path`, whose name says which language it is."),
    ),
  ),
  hints: v.optional(v.pipe(v.boolean(), v.description("Report hints, too.")), false),
  limit: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maximum.findings)),
    maximum.usual,
  ),
});

const findingSchema = v.object({
  path: v.string(),
  /** One-based. */
  line: v.number(),
  /** One-based, in UTF-16 units. */
  column: v.number(),
  rule: v.string(),
  severity: v.picklist(severities),
  /** The text that the finding is about. */
  text: v.optional(v.string()),
  message: v.string(),
  suggestions: v.optional(v.array(v.string())),
});

const output = v.object({
  /** How many files were read. */
  files: v.number(),
  findings: v.array(findingSchema),
  /** How many more findings there are. */
  omitted: v.optional(v.number()),
  notes: v.optional(v.array(v.string())),
});

type ToolFinding = v.InferInput<typeof findingSchema>;

/** Checks the codes in files, or in a text. */
export const check = toolOf({
  name: "check",
  title: "Check Error Codes",
  description:
    "Checks the error codes that stand as strings in code and configuration: misspelled, unknown or withdrawn codes, codes of another provider, unreachable comparisons, retries that cannot help, HTTP statuses that do not match. Returns findings with line, column and the right code where it is certain. Call it after you wrote or changed code that compares, handles or retries error codes. Takes a file, a folder, or a text with the path that it will have. Changes nothing.",
  input,
  output,
  readsFiles: true,

  async run({ path, text, hints, limit }, context, token) {
    if (text !== undefined && path === undefined)
      throw new ToolFailure("`text` needs `path`, whose name says which language the text is.");
    const run = new CheckOfAgent(context, hints);
    if (text !== undefined) await run.addText(uriOfText(path ?? "", context), text);
    else if (path === undefined) await run.addFolders(context.folders(), token);
    else {
      const place = await placeAt(path, context);
      if (place.text === undefined) await run.addFolders([place.uri], token);
      else await run.addText(place.uri, place.text);
    }
    return run.answer(limit);
  },
});

/** Returns the URI that a text is checked as; one that no configuration governs if its path is not in the folders. */
function uriOfText(path: string, { folders }: ToolContext): string {
  const [uri] = urisAt(path, folders()).slice(-1);
  return uri ?? `untitled:${parseUri(path).path}`;
}

/** Checks files and collects what is found. */
class CheckOfAgent {
  readonly #context: ToolContext;
  readonly #hints: boolean;
  readonly #reader: WorkspaceReader;
  readonly #counts = new FileCounts();
  readonly #projects = new Set<Project>();
  readonly #found: { finding: ToolFinding; isLikely: boolean; text: string }[] = [];
  readonly #notes: string[] = [];
  #files = 0;

  constructor(context: ToolContext, hints: boolean) {
    this.#context = context;
    this.#hints = hints;
    this.#reader = new WorkspaceReader(context);
  }

  async addFolders(uris: readonly string[], token: CancellationToken): Promise<void> {
    if (uris.length === 0) throw new ToolFailure("There is no folder to check: pass `path` and `text`.");
    const vendored: string[] = [];
    let files = 0;
    const listeners = {
      onFile: (count: number) => {
        files = count;
      },
      onVendored: (folder: string) => vendored.push(folder),
    };
    for await (const file of this.#reader.files(uris, token, listeners)) {
      this.#add(file);
      if (files >= maximum.files) break;
    }
    this.#files += files;
    if (files >= maximum.files) this.#notes.push(`Only the first ${maximum.files} files were checked.`);
    if (token.isCancellationRequested) this.#notes.push("The check was cancelled.");
    else if (files === 0) this.#notes.push("There are no files of a supported language.");
    const { folders, displayLanguage } = this.#context;
    const note = vendoredNote(vendored, folders(), displayLanguage());
    if (note) this.#notes.push(note);
  }

  async addText(uri: string, text: string): Promise<void> {
    if (!languageByPath(uri))
      throw new ToolFailure(`No supported language has files named like '${shownPath(uri, [])}'.`);
    this.#files++;
    const project = await this.#context.projects.of(uri);
    this.#projects.add(project);
    const file = await this.#reader.read(uri, text);
    if (file) {
      this.#add(file);
      this.#context.analyzer.forget(file.document);
    } else if (project.ignoresFile(uri)) this.#notes.push("The configuration has this file ignored.");
  }

  #add({ document, analysis }: AnalyzedFile): void {
    const { project, unreadable } = analysis;
    const { settings, folders, displayLanguage } = this.#context;
    this.#projects.add(project);
    this.#counts.add(unknownCodesIn(analysis));
    const path = shownPath(document.uri, folders());
    if (unreadable) this.#notes.push(`${path} could not be parsed: only known codes were recognised.`);
    for (const finding of findingsOf(document, analysis, settings(document.uri).rules)) {
      const { rule, severity, message, suggestions = [], isLikely = false, start, end } = finding;
      if (severity === "hint" && !this.#hints) continue;
      const { line, character } = rangeOf(document, finding).start;
      const text = document.text.slice(start, end);
      this.#found.push({
        text,
        isLikely,
        finding: {
          path,
          line: line + 1,
          column: character + 1,
          rule,
          severity,
          text,
          message: localize(message, displayLanguage()),
          suggestions: suggestions.length > 0 ? suggestions.slice(0, maximum.suggestions) : undefined,
        },
      });
    }
  }

  answer(limit: number): v.InferInput<typeof output> {
    // Only after all files have been read is it known in how many of them a code stands.
    const found = this.#found.filter(({ isLikely, text }) => !(isLikely && this.#counts.recurring.has(text)));
    const all = [...this.#problems(), ...found.map(({ finding }) => finding)];
    const notes = [...new Set(this.#notes)];
    return {
      files: this.#files,
      findings: all.slice(0, limit),
      omitted: all.length > limit ? all.length - limit : undefined,
      notes: notes.length > 0 ? notes.slice(0, maximum.suggestions) : undefined,
    };
  }

  /** Returns the problems in the configurations that applied, and in the catalogs that these name. */
  #problems(): ToolFinding[] {
    const { folders, displayLanguage } = this.#context;
    const byFile = new Map([...this.#projects].flatMap(({ problems }) => [...problems]));
    return [...byFile].flatMap(([uri, problems]) =>
      problems.flatMap(({ severity, line, character, message }) =>
        severity === "hint" && !this.#hints
          ? []
          : {
              path: shownPath(uri, folders()),
              line: line + 1,
              column: character + 1,
              rule: "configuration",
              severity,
              message: localize(message, displayLanguage()),
            },
      ),
    );
  }
}
