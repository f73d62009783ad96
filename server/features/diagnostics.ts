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
import { say } from "../../catalog/model/localized-text.ts";
import type { Analysis } from "../analysis/analysis.ts";
import type { Severity } from "../configuration/severity.ts";
import { rangeOf } from "../documents/span.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { findingsOf } from "../rules/findings.ts";
import { rulePage } from "../rules/pages.ts";
import type { Reported } from "../rules/rule.ts";
import type { Context, Feature } from "./feature.ts";

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

function pull(context: Context): void {
  let state = 0;
  context.onChange(() => {
    state++;
    if (context.client.workspace?.diagnostics?.refreshSupport)
      context.connection.languages.diagnostics.refresh();
  });
  context.connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    const source = context.documents.get(textDocument.uri);
    if (!source) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = `${source.version}-${state}-${context.reading()}`;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    await context.reader.read(source);
    // Who typed on has asked again; the rules need not run for what is gone.
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, "Typed on.");
    const items = await diagnosticsOf(context, source);
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  });
}

function push(context: Context): void {
  const { connection, documents } = context;
  const waiting = new Map<string, NodeJS.Timeout>();
  const publish = async (source: TrackedDocument) => {
    const { uri, version } = source;
    const diagnostics = await diagnosticsOf(context, source);
    if (source.version === version) await connection.sendDiagnostics({ uri, version, diagnostics });
  };
  const publishSoon = (source: TrackedDocument) => {
    clearTimeout(waiting.get(source.uri));
    const later = () => publish(source).catch((error) => connection.console.error(String(error)));
    waiting.set(source.uri, setTimeout(later, pushDelay));
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
async function diagnosticsOf(context: Context, source: TrackedDocument): Promise<Diagnostic[]> {
  const problems = await context.domains.problemsIn(source.uri, source.text);
  if (problems) return problems.map((one) => problemAsDiagnostic(context, one));
  return toDiagnostics(context, source, await context.reader.read(source));
}

/** The findings in a document that was read, as the protocol has them. */
export function toDiagnostics(context: Context, source: TrackedDocument, analysis: Analysis): Diagnostic[] {
  const { enable, rules } = context.settings(source.uri);
  if (!enable) return [];
  return findingsOf(source, analysis, rules).map((one) => toDiagnostic(context, source, one));
}

/** A problem of a configuration or a user's catalog as the protocol has it. */
export function problemAsDiagnostic({ reading }: Context, problem: Problem): Diagnostic {
  const { line, character, endLine, endCharacter, severity, message } = problem;
  return {
    range: { start: { line, character }, end: { line: endLine, character: endCharacter } },
    severity: severityNumbers[severity],
    source: diagnosticSource,
    message: say(message, reading()),
  };
}

function toDiagnostic(context: Context, source: TrackedDocument, reported: Reported): Diagnostic {
  const { rule, severity, message, suggestions = [], related = [], tag } = reported;
  const { uri } = source;
  return {
    range: rangeOf(source, reported),
    severity: severityNumbers[severity],
    source: diagnosticSource,
    code: rule,
    codeDescription: { href: rulePage(rule) },
    message: say(message, context.reading()),
    ...(tag ? { tags: [tags[tag]] } : {}),
    ...(related.length > 0
      ? {
          relatedInformation: related.map((one) => ({
            location: { uri, range: rangeOf(source, one) },
            message: say(one.message, context.reading()),
          })),
        }
      : {}),
    data: { suggestions } satisfies DiagnosticData,
  };
}
