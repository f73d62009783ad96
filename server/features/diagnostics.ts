import {
  type Diagnostic,
  DiagnosticSeverity,
  DocumentDiagnosticReportKind,
  type TextDocumentChangeEvent,
} from "vscode-languageserver";
import { say } from "../../catalog/text.ts";
import { type Context, type Feature, rangeOf } from "../feature.ts";
import { findingsOf } from "../rules/index.ts";
import type { Reported, Severity } from "../rules/rule.ts";
import type { Source } from "../source.ts";

/** Where diagnostics say that they come from. */
export const diagnosticSource = "error-codes";

/** What a quick fix needs to know of the diagnostic it mends. */
export interface DiagnosticData {
  suggestions: string[];
}

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A pause in typing after which clients that cannot ask are told, in milliseconds. */
const pushDelay = 200;

/** The rules' findings: asked for where the client can ask, else published. */
export const diagnostics: Feature = {
  capabilities: { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } },

  register(context) {
    if (context.client.textDocument?.diagnostic) pull(context);
    else push(context);
  },
};

function pull(context: Context): void {
  context.connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) => {
    const source = context.documents.get(textDocument.uri);
    if (!source) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = `${source.version}-${context.reading()}`;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    const items = await diagnosticsOf(context, source);
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  });
}

function push(context: Context): void {
  const { connection, documents } = context;
  const waiting = new Map<string, NodeJS.Timeout>();
  const publish = async (source: Source) => {
    const { uri, version } = source;
    const diagnostics = await diagnosticsOf(context, source);
    if (source.version === version) await connection.sendDiagnostics({ uri, version, diagnostics });
  };
  documents.onDidChangeContent(({ document }: TextDocumentChangeEvent<Source>) => {
    clearTimeout(waiting.get(document.uri));
    waiting.set(
      document.uri,
      setTimeout(
        () => publish(document).catch((error) => connection.console.error(String(error))),
        pushDelay,
      ),
    );
  });
  documents.onDidClose(({ document }) => {
    clearTimeout(waiting.get(document.uri));
    waiting.delete(document.uri);
    connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
}

async function diagnosticsOf(context: Context, source: Source): Promise<Diagnostic[]> {
  const analysis = await context.reader.read(source);
  const found = findingsOf(analysis, context.catalog, context.speller);
  return found.map((one) => toDiagnostic(context, source, one));
}

function toDiagnostic(context: Context, source: Source, reported: Reported): Diagnostic {
  const { rule, severity, message, suggestions, link, belief } = reported;
  return {
    range: rangeOf(source, belief.literal),
    severity: severities[severity],
    source: diagnosticSource,
    code: rule,
    ...(link ? { codeDescription: { href: link } } : {}),
    message: say(message, context.reading()),
    data: { suggestions } satisfies DiagnosticData,
  };
}
