import {
  type CancellationToken,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { digestOf } from "../documents/digest.ts";
import { TrackedDocument } from "../documents/tracked-document.ts";
import { FileCounts, unknownCodesIn } from "../rules/recurring.ts";
import type { AnalyzedFile, WorkspaceReader } from "../workspace/workspace.ts";
import { limitDiagnostics } from "./diagnostic-limit.ts";
import { type ShownFinding, toShownFindings } from "./diagnostics.ts";
import type { FeatureContext } from "./feature.ts";

/** What was found in a version of a file. */
interface FileReport {
  /** That of the text; empty for an open document, which is not kept. */
  digest: string;
  findings: readonly ShownFinding[];
  unknownCodes: readonly string[];
}

type Report = (report: WorkspaceDocumentDiagnosticReport) => void;

/** Reports the findings in all files of the workspace. A file that has not changed since the last time is not analyzed. */
export class WorkspaceReports {
  readonly #context: FeatureContext;
  readonly #workspace: WorkspaceReader;
  #byUri = new Map<string, FileReport>();
  /** Is raised when what is kept does not count any more. */
  #revision = 0;

  constructor(context: FeatureContext, workspace: WorkspaceReader) {
    this.#context = context;
    this.#workspace = workspace;
  }

  /** Forgets what was found: settings, configurations or catalogs have changed. */
  forget(): void {
    this.#byUri.clear();
    this.#revision++;
  }

  /**
   * Calls `report` for each file with findings, and for each of the `known` ones, whose result ids the client has, as
   * soon as it is certain what is found in it.
   */
  async all(known: ReadonlyMap<string, string>, token: CancellationToken, report: Report): Promise<void> {
    const counts = new FileCounts();
    const left = new Set(known.keys());
    const uncertain: [uri: string, found: FileReport][] = [];
    const tell = (uri: string, items: Diagnostic[]) => {
      left.delete(uri);
      this.#tell(uri, items, known.get(uri), report);
    };
    for await (const [uri, found] of this.#files(token)) {
      counts.add(found.unknownCodes);
      if (found.findings.some(({ likelyCode }) => likelyCode !== undefined)) uncertain.push([uri, found]);
      else
        tell(
          uri,
          diagnosticsIn(found, () => false),
        );
    }
    if (token.isCancellationRequested) return;
    // Only after all files have been read is it known in how many of them a code stands.
    for (const [uri, found] of uncertain)
      tell(
        uri,
        diagnosticsIn(found, (code) => counts.recurring.has(code)),
      );
    for (const uri of left)
      report({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
  }

  #tell(uri: string, found: Diagnostic[], before: string | undefined, report: Report): void {
    const items = limitDiagnostics(found, this.#context);
    if (items.length === 0 && before === undefined) return;
    const resultId = digestOf(JSON.stringify(items));
    const version = this.#context.documents.get(uri)?.version ?? null;
    report(
      before === resultId
        ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId }
        : { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items },
    );
  }

  /** Yields what is found in each file that can have findings, and in open documents as they are. */
  async *#files(token: CancellationToken): AsyncGenerator<[uri: string, found: FileReport]> {
    const { documents, folders } = this.#context;
    const revision = this.#revision;
    const known = new Map<string, FileReport>();
    let pending: [string, FileReport | TrackedDocument][] = [];
    const isCandidate = (text: string, uri: string) => {
      const open = documents.get(uri);
      const before = this.#byUri.get(uri);
      if (!open && before?.digest !== digestOf(text)) return true;
      if (before) known.set(uri, before);
      const found = open ?? before;
      if (found) pending.push([uri, found]);
      return found === undefined;
    };
    for await (const file of this.#workspace.files(folders(), token, { isCandidate })) {
      yield* this.#found(pending);
      pending = [];
      const { uri, text } = file.document;
      const found = reportOf(this.#context, file, digestOf(text));
      known.set(uri, found);
      yield [uri, found];
    }
    yield* this.#found(pending);
    if (revision === this.#revision && !token.isCancellationRequested) this.#byUri = known;
  }

  async *#found(
    all: readonly [string, FileReport | TrackedDocument][],
  ): AsyncGenerator<[uri: string, found: FileReport]> {
    for (const [uri, one] of all) {
      if (!(one instanceof TrackedDocument)) yield [uri, one];
      else {
        const analysis = await this.#context.analyzer.analyze(one);
        yield [uri, reportOf(this.#context, { document: one, analysis }, "")];
      }
    }
  }
}

function reportOf(context: FeatureContext, { document, analysis }: AnalyzedFile, digest: string): FileReport {
  return {
    digest,
    findings: toShownFindings(context, document, analysis),
    unknownCodes: unknownCodesIn(analysis),
  };
}

function diagnosticsIn({ findings }: FileReport, isRecurring: (code: string) => boolean): Diagnostic[] {
  return findings.flatMap(({ diagnostic, likelyCode }) =>
    likelyCode !== undefined && isRecurring(likelyCode) ? [] : diagnostic,
  );
}
