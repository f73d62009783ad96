import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type TextDocumentChangeEvent,
} from "vscode-languageserver";
import type { Problem } from "../../catalog/schema/checked-file.ts";
import { localize } from "../../catalog/text/localized-text.ts";
import { shortened } from "../../catalog/text/shortened.ts";
import type { Analysis } from "../analysis/analysis.ts";
import type { Severity } from "../configuration/severity.ts";
import { sourceFormOf } from "../constants/lexical-forms.ts";
import { rangeOf } from "../documents/span.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { cachedFindings } from "../fixes/fix-request.ts";
import { findingsOf } from "../rules/findings.ts";
import { rulePageUrl } from "../rules/pages.ts";
import type { ReportedFinding } from "../rules/rule.ts";
import { limitDiagnostics } from "./diagnostic-limit.ts";
import type { Feature, FeatureContext } from "./feature.ts";
import { unusedCodesIn } from "./own-codes/unused-codes.ts";
import { fileKindOf, valueContextOf } from "./schema-files/schema-file.ts";
import { withoutTypedKey } from "./schema-files/typed-key.ts";

/** The `source` of all diagnostics of this server. */
export const diagnosticSource = "error-codes";

/** The `data` of a diagnostic, for quick fixes: the suggested codes. */
interface DiagnosticData {
  suggestions: string[];
}

/** Whether a diagnostic is an error or a warning for which one code is suggested. */
export function isFixable({ severity, data }: Diagnostic): boolean {
  const isSerious = severity === DiagnosticSeverity.Error || severity === DiagnosticSeverity.Warning;
  return isSerious && (data as DiagnosticData | undefined)?.suggestions.length === 1;
}

const severityNumbers: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = { deprecated: DiagnosticTag.Deprecated, unnecessary: DiagnosticTag.Unnecessary };

/** The maximum length of a message in UTF-16 units: a message can quote a text of any length. */
const longestMessage = 1000;
const maximumRelated = 100;

/** How long a document stays unchanged before its diagnostics are published, in milliseconds. */
const pushDelay = 200;

/** Reports the rules' findings: on request if the client supports pull diagnostics, else by publishing them. */
export const diagnostics: Feature = {
  // The findings of a document depend on other files: configurations and user catalogs.
  capabilities: { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } },

  register(context) {
    if (context.client.textDocument?.diagnostic) registerPull(context);
    else registerPush(context);
  },
};

function registerPull(context: FeatureContext): void {
  let revision = 0;
  const refresh = () => {
    revision++;
    const { connection, client } = context;
    if (client.workspace?.diagnostics?.refreshSupport)
      connection.languages.diagnostics.refresh().catch((error) => connection.console.error(String(error)));
  };
  context.onChange(refresh);
  onRecurringChange(context, refresh);
  context.connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    const document = context.documents.get(textDocument.uri);
    if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = `${document.version}-${revision}-${context.displayLanguage()}`;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    await context.analyzer.analyze(document);
    // The client cancels when the text changes, and requests again: the rules need not run for an old version.
    if (token.isCancellationRequested)
      return new ResponseError(LSPErrorCodes.RequestCancelled, "The document has changed.");
    const { version } = document;
    const items = await diagnosticsOf(context, document);
    if (document.version !== version)
      return new ResponseError(LSPErrorCodes.RequestCancelled, "The document has changed.");
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  });
}

/** Calls a listener when other unknown codes than before stand in several files, so that other hints are doubtful. */
function onRecurringChange({ usageIndex, documents, settings }: FeatureContext, listener: () => void): void {
  let before = "";
  usageIndex.onChange(() => {
    // Which codes are unused is shown in catalogs.
    const areShown = documents.all().some(({ uri }) => settings(uri).unusedCodes);
    const used = areShown ? [...usageIndex.codes] : [];
    const now = [...usageIndex.recurring, ...used].sort().join(" ");
    if (now === before) return;
    before = now;
    listener();
  });
}

function registerPush(context: FeatureContext): void {
  const { connection, documents } = context;
  const timers = new Map<string, NodeJS.Timeout>();
  const publish = async (document: TrackedDocument) => {
    const { uri, version } = document;
    const diagnostics = await diagnosticsOf(context, document);
    if (document.version === version) await connection.sendDiagnostics({ uri, version, diagnostics });
  };
  const publishSoon = (document: TrackedDocument) => {
    clearTimeout(timers.get(document.uri));
    const publishNow = () => publish(document).catch((error) => connection.console.error(String(error)));
    timers.set(document.uri, setTimeout(publishNow, pushDelay));
  };
  documents.onDidChangeContent(({ document }: TextDocumentChangeEvent<TrackedDocument>) =>
    publishSoon(document),
  );
  const publishAll = () => documents.all().forEach(publishSoon);
  context.onChange(publishAll);
  onRecurringChange(context, publishAll);
  documents.onDidClose(({ document }) => {
    clearTimeout(timers.get(document.uri));
    timers.delete(document.uri);
    connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
}

/** Returns the diagnostics of a document: its problems if it is a configuration or user catalog, and the findings in code. */
async function diagnosticsOf(context: FeatureContext, document: TrackedDocument): Promise<Diagnostic[]> {
  const problems = await shownProblemsIn(context, document);
  const unused = problems ? await unusedCodesIn(context, document) : [];
  const ofFile = [
    ...(problems ?? []).map((one) => toProblemDiagnostic(context, one)),
    ...unused.map((one) => ({ ...one, source: diagnosticSource })),
  ];
  // Source code whose constants are a catalog is code all the same.
  if (problems && !sourceFormOf(document.uri)) return limitDiagnostics(ofFile, context);
  const analysis = await context.analyzer.analyze(document);
  // Fixes and inlay hints ask for the same findings.
  const found = await cachedFindings(context, document, analysis);
  return limitDiagnostics([...ofFile, ...certainOf(context, shownIn(context, document, found))], context);
}

/** Returns the problems of a configuration or user catalog; undefined if a document is neither. */
async function shownProblemsIn(
  { projects, usageIndex }: FeatureContext,
  document: TrackedDocument,
): Promise<readonly Problem[] | undefined> {
  const problems = await projects.problemsIn(document.uri, document.text);
  const project = await projects.of(document.uri);
  const kind = problems && fileKindOf(document, project);
  if (!kind) return problems;
  return withoutTypedKey(problems, document, kind, valueContextOf(document, project, usageIndex));
}

/** A finding as a diagnostic, which may be withdrawn. */
export interface ShownFinding {
  diagnostic: Diagnostic;
  /** The unknown code for which it is doubtful where the code stands in several files; undefined if it never is. */
  likelyCode?: string;
}

/** Returns the findings in an analyzed document; none if the settings disable them. */
export function toShownFindings(
  context: FeatureContext,
  document: TrackedDocument,
  analysis: Analysis,
): ShownFinding[] {
  const { enable, rules } = context.settings(document.uri);
  return enable ? shownIn(context, document, findingsOf(document, analysis, rules)) : [];
}

/**
 * Returns the findings in an analyzed document as diagnostics; none if the settings disable them. `isRecurring` returns
 * whether an unknown code stands in several files of the workspace, as far as they have been read.
 */
export function toDiagnostics(
  context: FeatureContext,
  document: TrackedDocument,
  analysis: Analysis,
  isRecurring?: (code: string) => boolean,
): Diagnostic[] {
  return certainOf(context, toShownFindings(context, document, analysis), isRecurring);
}

function shownIn(
  context: FeatureContext,
  document: TrackedDocument,
  all: readonly ReportedFinding[],
): ShownFinding[] {
  return all.map((one) => ({
    diagnostic: toDiagnostic(context, document, one),
    ...(one.isLikely ? { likelyCode: one.occurrence?.literal.text ?? "" } : {}),
  }));
}

function certainOf(
  { usageIndex }: FeatureContext,
  all: readonly ShownFinding[],
  isRecurring = (code: string) => usageIndex.isRecurring(code),
): Diagnostic[] {
  return all.flatMap(({ diagnostic, likelyCode }) =>
    likelyCode !== undefined && isRecurring(likelyCode) ? [] : diagnostic,
  );
}

/** Converts a problem of a configuration or user catalog to a diagnostic. */
export function toProblemDiagnostic({ displayLanguage }: FeatureContext, problem: Problem): Diagnostic {
  const { line, character, endLine, endCharacter, severity, message } = problem;
  return {
    range: { start: { line, character }, end: { line: endLine, character: endCharacter } },
    severity: severityNumbers[severity],
    source: diagnosticSource,
    message: shortened(localize(message, displayLanguage()), longestMessage),
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
    codeDescription: { href: rulePageUrl(rule) },
    message: shortened(localize(message, context.displayLanguage()), longestMessage),
    ...(tag ? { tags: [tags[tag]] } : {}),
    ...(related.length > 0
      ? {
          relatedInformation: related.slice(0, maximumRelated).map((one) => ({
            location: { uri, range: rangeOf(document, one) },
            message: shortened(localize(one.message, context.displayLanguage()), longestMessage),
          })),
        }
      : {}),
    data: { suggestions } satisfies DiagnosticData,
  };
}
