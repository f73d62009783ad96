import {
  type CancellationToken,
  type Diagnostic,
  DiagnosticSeverity,
  MessageType,
  ShowMessageNotification,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { type LocalizedText, localize } from "../../catalog/text/localized-text.ts";
import { type CheckedParams, checkCommand, checkedNotification } from "../protocol/index.ts";
import { findingsOf } from "../rules/findings.ts";
import { FileCounts, unknownCodesIn } from "../rules/recurring.ts";
import { throttled } from "../workspace/progress.ts";
import { vendoredNote } from "../workspace/vendored-note.ts";
import { type AnalyzedFile, WorkspaceReader } from "../workspace/workspace.ts";
import { limitDiagnostics } from "./diagnostic-limit.ts";
import { isFixable, toDiagnostics } from "./diagnostics.ts";
import type { Feature, FeatureContext } from "./feature.ts";
import { WorkspaceReports } from "./workspace-reports.ts";

/**
 * Reports the findings in files that are not open, on request only: by the command, which publishes them, or by
 * `workspace/diagnostic`. No file is read before.
 */
export const workspaceCheck: Feature = {
  capabilities: { executeCommandProvider: { commands: [checkCommand] } },

  register(context) {
    const { connection, documents, host } = context;
    const workspace = new WorkspaceReader(context);
    const published = new Set<string>();
    const publish = async (uri: string, diagnostics: Diagnostic[]) => {
      if (diagnostics.length > 0) published.add(uri);
      else if (!published.delete(uri)) return;
      await connection.sendDiagnostics({ uri, diagnostics: limitDiagnostics(diagnostics, context) });
    };
    connection.onExecuteCommand(async ({ command }, token) => {
      if (command !== checkCommand) return;
      await check(context, workspace, token, published, publish);
    });
    // An open document has its own diagnostics; after it is closed, the file on disk counts.
    documents.onDidOpen(({ document }) => void publish(document.uri, []));
    documents.onDidClose(async ({ document: { uri } }) => {
      if (published.size === 0) return;
      const text = await host.readText(uri);
      const file = text === undefined ? undefined : await workspace.read(uri, text);
      await publish(uri, file ? toDiagnostics(context, file.document, file.analysis) : []);
    });
    const reports = new WorkspaceReports(context, workspace);
    context.onChange(() => reports.forget());
    connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _, progress) => {
      const known = new Map(previousResultIds.map((one) => [one.uri, one.value]));
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      const report = progress
        ? (one: WorkspaceDocumentDiagnosticReport) => progress.report({ items: [one] })
        : (one: WorkspaceDocumentDiagnosticReport) => void items.push(one);
      await reports.all(known, token, report);
      return { items };
    });
  },
};

/** The counts of a check so far. */
interface Tally {
  files: number;
  /** Files with problems or hints. */
  affected: number;
  problems: number;
  /** Counted apart: VS Code marks them in the text only, and does not list them in the Problems panel. */
  hints: number;
  /** The problems for which one code is certain. */
  fixable: number;
}

/** Checks all files of the workspace, publishes their diagnostics, and shows a summary. */
async function check(
  context: FeatureContext,
  workspace: WorkspaceReader,
  token: CancellationToken,
  published: ReadonlySet<string>,
  publish: (uri: string, diagnostics: Diagnostic[]) => Promise<void>,
): Promise<void> {
  const { connection, documents } = context;
  // A client that refuses to show progress is no reason not to check.
  const progress = await connection.window.createWorkDoneProgress().catch(() => undefined);
  const localized = (text: LocalizedText) => localize(text, context.displayLanguage());
  progress?.begin(localized({ en: "Checking error codes", "zh-CN": "正在检查错误码" }), undefined, "", true);
  const stop = anyTokenOf(token, ...(progress ? [progress.token] : []));
  const stale = new Set(published);
  const tally: Tally = { files: 0, affected: 0, problems: 0, hints: 0, fixable: 0 };
  const vendored: string[] = [];
  const onVendored = (folder: string) => vendored.push(folder);
  const report = throttled(() => progress?.report(localized(progressOf(tally))));
  const onFile = (count: number) => {
    tally.files = count;
    report();
  };
  try {
    const report = async ({ document, analysis }: AnalyzedFile, isRecurring: (code: string) => boolean) => {
      const diagnostics = toDiagnostics(context, document, analysis, isRecurring);
      const hints = diagnostics.filter(({ severity }) => severity === DiagnosticSeverity.Hint).length;
      tally.hints += hints;
      tally.problems += diagnostics.length - hints;
      tally.fixable += diagnostics.filter(isFixable).length;
      if (diagnostics.length > 0) tally.affected++;
      stale.delete(document.uri);
      if (!documents.get(document.uri)) await publish(document.uri, diagnostics);
    };
    const counts = new FileCounts();
    const pending: AnalyzedFile[] = [];
    for await (const file of workspace.files(context.folders(), stop, { onFile, onVendored })) {
      counts.add(unknownCodesIn(file.analysis));
      if (hasUncertain(context, file)) pending.push(file);
      else await report(file, () => false);
    }
    // Only after all files have been read is it known in how many of them a code stands.
    for (const file of pending) await report(file, (code) => counts.recurring.has(code));
    if (!stop.isCancellationRequested) for (const uri of stale) await publish(uri, []);
  } finally {
    progress?.done();
  }
  if (stop.isCancellationRequested) return;
  const passedOver = vendoredNote(vendored, context.folders(), context.displayLanguage());
  const sentences = [localized(summaryOf(tally)), ...(passedOver ? [passedOver] : [])];
  const message = sentences.join(context.displayLanguage() === "en" ? " " : "");
  const { problems, fixable } = tally;
  const checked: CheckedParams = { message, problems, fixable };
  // A notification: the request for a message with choices blocks some editors until it is answered.
  if (context.showsChecks) await connection.sendNotification(checkedNotification, checked);
  else await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
}

/** Whether a file has findings that are not reported where their codes stand in several files. */
function hasUncertain(context: FeatureContext, { document, analysis }: AnalyzedFile): boolean {
  return findingsOf(document, analysis, context.settings(document.uri).rules).some(
    ({ isLikely }) => isLikely,
  );
}

function progressOf({ files, problems, hints }: Tally): LocalizedText {
  const found = problems + hints;
  return { en: `${countOf(files, "file")}, ${found} found`, "zh-CN": `${files} 个文件，已发现 ${found} 处` };
}

/** Returns the result of a check as a sentence. */
function summaryOf(tally: Tally): LocalizedText {
  const { files, affected, problems, hints } = tally;
  if (affected === 0)
    return {
      en: `No problems in ${countOf(files, "file")}.`,
      "zh-CN": `已检查 ${files} 个文件，没有发现问题。`,
    };
  const parts = [
    ...(problems > 0 ? [{ en: countOf(problems, "problem"), zh: `${problems} 个问题` }] : []),
    ...(hints > 0 ? [{ en: countOf(hints, "hint"), zh: `${hints} 个提示` }] : []),
  ];
  return {
    en: `${parts.map(({ en }) => en).join(" and ")} in ${affected} of ${countOf(files, "file")}.`,
    "zh-CN": `已检查 ${files} 个文件，其中 ${affected} 个文件共有 ${parts.map(({ zh }) => zh).join("、")}。`,
  };
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Returns a token that is cancelled as soon as any of the given ones is. */
function anyTokenOf(...tokens: CancellationToken[]): CancellationToken {
  return {
    get isCancellationRequested() {
      return tokens.some((token) => token.isCancellationRequested);
    },
    onCancellationRequested: (listener) => {
      const all = tokens.map((token) => token.onCancellationRequested(listener));
      return { dispose: () => all.forEach((one) => void one.dispose()) };
    },
  };
}
