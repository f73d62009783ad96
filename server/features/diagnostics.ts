import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type TextDocumentChangeEvent,
} from "vscode-languageserver";
import type { Problem } from "../../catalog/model/checked-file.ts";
import { localize } from "../../catalog/model/localized-text.ts";
import type { Analysis } from "../analysis/analysis.ts";
import type { Severity } from "../configuration/severity.ts";
import { rangeOf } from "../documents/span.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { findingsOf } from "../rules/findings.ts";
import { rulePage } from "../rules/pages.ts";
import type { ReportedFinding } from "../rules/rule.ts";
import type { Feature, FeatureContext } from "./feature.ts";

/** Where diagnostics say that they come from. */
export const diagnosticSource = "error-codes";

/** What a quick fix needs to know of the diagnostic it mends. */
interface DiagnosticData {
  suggestions: string[];
}

const severityNumbers: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = { deprecated: DiagnosticTag.Deprecated, unnecessary: DiagnosticTag.Unnecessary };

/** A pause in typing after which clients that cannot ask are told, in milliseconds. */
const pushDelay = 200;

/** The rules' findings: asked for where the client can ask, else published. */
export const diagnostics: Feature = {
  // Configurations and users' catalogs are other files on which the findings of a document depend.
  capabilities: { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } },

  register(context) {
    if (context.client.textDocument?.diagnostic) pull(context);
    else push(context);
  },
};

function pull(context: FeatureContext): void {
  let state = 0;
  context.onChange(() => {
    state++;
    if (context.client.workspace?.diagnostics?.refreshSupport)
      context.connection.languages.diagnostics.refresh();
  });
  context.connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    const document = context.documents.get(textDocument.uri);
    if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = `${document.version}-${state}-${context.displayLanguage()}`;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    await context.analyzer.analyze(document);
    // Who typed on has asked again; the rules need not run for what is gone.
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, "Typed on.");
    const items = await diagnosticsOf(context, document);
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  });
}

function push(context: FeatureContext): void {
  const { connection, documents } = context;
  const waiting = new Map<string, NodeJS.Timeout>();
  const publish = async (document: TrackedDocument) => {
    const { uri, version } = document;
    const diagnostics = await diagnosticsOf(context, document);
    if (document.version === version) await connection.sendDiagnostics({ uri, version, diagnostics });
  };
  const publishSoon = (document: TrackedDocument) => {
    clearTimeout(waiting.get(document.uri));
    const later = () => publish(document).catch((error) => connection.console.error(String(error)));
    waiting.set(document.uri, setTimeout(later, pushDelay));
  };
  documents.onDidChangeContent(({ document }: TextDocumentChangeEvent<TrackedDocument>) =>
    publishSoon(document),
  );
  context.onChange(() => documents.all().forEach(publishSoon));
  documents.onDidClose(({ document }) => {
    clearTimeout(waiting.get(document.uri));
    waiting.delete(document.uri);
    connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
}

/** The findings in a document as the protocol has them. */
async function diagnosticsOf(context: FeatureContext, document: TrackedDocument): Promise<Diagnostic[]> {
  const problems = await context.projects.problemsIn(document.uri, document.text);
  if (problems) return problems.map((one) => problemAsDiagnostic(context, one));
  return toDiagnostics(context, document, await context.analyzer.analyze(document));
}

/** The findings in a document that was read, as the protocol has them. */
export function toDiagnostics(
  context: FeatureContext,
  document: TrackedDocument,
  analysis: Analysis,
): Diagnostic[] {
  const { enable, rules } = context.settings(document.uri);
  if (!enable) return [];
  return findingsOf(document, analysis, rules).map((one) => toDiagnostic(context, document, one));
}

/** A problem of a configuration or a user's catalog as the protocol has it. */
export function problemAsDiagnostic({ displayLanguage }: FeatureContext, problem: Problem): Diagnostic {
  const { line, character, endLine, endCharacter, severity, message } = problem;
  return {
    range: { start: { line, character }, end: { line: endLine, character: endCharacter } },
    severity: severityNumbers[severity],
    source: diagnosticSource,
    message: localize(message, displayLanguage()),
  };
}

function toDiagnostic(
  context: FeatureContext,
  document: TrackedDocument,
  reported: ReportedFinding,
): Diagnostic {
  const { rule, severity, message, suggestions = [], related = [], tag } = reported;
  const { uri } = document;
  return {
    range: rangeOf(document, reported),
    severity: severityNumbers[severity],
    source: diagnosticSource,
    code: rule,
    codeDescription: { href: rulePage(rule) },
    message: localize(message, context.displayLanguage()),
    ...(tag ? { tags: [tags[tag]] } : {}),
    ...(related.length > 0
      ? {
          relatedInformation: related.map((one) => ({
            location: { uri, range: rangeOf(document, one) },
            message: localize(one.message, context.displayLanguage()),
          })),
        }
      : {}),
    data: { suggestions } satisfies DiagnosticData,
  };
}
