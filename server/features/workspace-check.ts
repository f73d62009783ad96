import {
  type CancellationToken,
  type Diagnostic,
  DiagnosticSeverity,
  DocumentDiagnosticReportKind,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { type LocalizedText, localize } from "../../catalog/model/localized-text.ts";
import { checkCommand } from "../protocol/index.ts";
import { WorkspaceReader } from "../workspace/workspace.ts";
import { toDiagnostics } from "./diagnostics.ts";
import type { Feature, FeatureContext } from "./feature.ts";

/**
 * The findings in files that are not open, when somebody asks: by the command, which publishes them, or by the
 * protocol's own request. Nothing is read before.
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
      await connection.sendDiagnostics({ uri, diagnostics });
    };
    connection.onExecuteCommand(async ({ command }, token) => {
      if (command !== checkCommand) return;
      await check(context, workspace, token, published, publish);
    });
    // What is open tells its findings itself; once closed, the file on the disk counts.
    documents.onDidOpen(({ document }) => void publish(document.uri, []));
    documents.onDidClose(async ({ document: { uri } }) => {
      if (published.size === 0) return;
      const text = await host.readText(uri);
      const file = text === undefined ? undefined : await workspace.read(uri, text);
      await publish(uri, file ? toDiagnostics(context, file.document, file.analysis) : []);
    });
    connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token) => ({
      items: await reports(
        context,
        workspace,
        new Map(previousResultIds.map((one) => [one.uri, one.value])),
        token,
      ),
    }));
  },
};

/** What a check has seen so far. */
interface Tally {
  files: number;
  /** Files with something to report. */
  affected: number;
  problems: number;
  /** They are marked in the text alone: VS Code lists none of them among the problems. */
  hints: number;
}

/** Checks everything, publishes what is found, and says how much that was. */
async function check(
  context: FeatureContext,
  workspace: WorkspaceReader,
  token: CancellationToken,
  published: ReadonlySet<string>,
  publish: (uri: string, diagnostics: Diagnostic[]) => Promise<void>,
): Promise<void> {
  const { connection, documents } = context;
  const progress = await connection.window.createWorkDoneProgress();
  const speak = (text: LocalizedText) => localize(text, context.displayLanguage());
  progress.begin(speak({ en: "Checking error codes", "zh-CN": "正在检查错误码" }), undefined, "", true);
  const stop = anyOf(token, progress.token);
  const before = new Set(published);
  const tally: Tally = { files: 0, affected: 0, problems: 0, hints: 0 };
  let told = 0;
  const seen = (count: number) => {
    tally.files = count;
    if (Date.now() - told < 200) return;
    told = Date.now();
    progress.report(speak(soFar(tally)));
  };
  try {
    for await (const { document, analysis } of workspace.files(context.folders(), stop, seen)) {
      const diagnostics = toDiagnostics(context, document, analysis);
      const hints = diagnostics.filter(({ severity }) => severity === DiagnosticSeverity.Hint).length;
      tally.hints += hints;
      tally.problems += diagnostics.length - hints;
      if (diagnostics.length > 0) tally.affected++;
      before.delete(document.uri);
      if (!documents.get(document.uri)) await publish(document.uri, diagnostics);
    }
    if (!stop.isCancellationRequested) for (const uri of before) await publish(uri, []);
  } finally {
    progress.done();
  }
  if (stop.isCancellationRequested) return;
  connection.window.showInformationMessage(speak(summary(tally)));
}

function soFar({ files, problems, hints }: Tally): LocalizedText {
  const found = problems + hints;
  return { en: `${many(files, "file")}, ${found} found`, "zh-CN": `${files} 个文件，已发现 ${found} 处` };
}

/** What was found, in a sentence. */
function summary(tally: Tally): LocalizedText {
  const { files, affected, problems, hints } = tally;
  if (affected === 0)
    return {
      en: `No problems in ${many(files, "file")}.`,
      "zh-CN": `已检查 ${files} 个文件，没有发现问题。`,
    };
  const parts = [
    ...(problems > 0 ? [{ en: many(problems, "problem"), zh: `${problems} 个问题` }] : []),
    ...(hints > 0 ? [{ en: many(hints, "hint"), zh: `${hints} 个提示` }] : []),
  ];
  return {
    en: `${parts.map(({ en }) => en).join(" and ")} in ${affected} of ${many(files, "file")}.`,
    "zh-CN": `已检查 ${files} 个文件，其中 ${affected} 个文件共有 ${parts.map(({ zh }) => zh).join("、")}。`,
  };
}

function many(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function anyOf(...tokens: CancellationToken[]): CancellationToken {
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

/** A report for each file with findings, and for each that had some before. */
async function reports(
  context: FeatureContext,
  workspace: WorkspaceReader,
  previous: Map<string, string>,
  token: CancellationToken,
): Promise<WorkspaceDocumentDiagnosticReport[]> {
  const found: WorkspaceDocumentDiagnosticReport[] = [];
  for await (const { document, analysis } of workspace.files(context.folders(), token)) {
    const { uri } = document;
    const items = toDiagnostics(context, document, analysis);
    if (items.length === 0 && !previous.has(uri)) continue;
    const resultId = JSON.stringify(items);
    const version = context.documents.get(uri)?.version ?? null;
    found.push(
      previous.get(uri) === resultId
        ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId }
        : { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items },
    );
    previous.delete(uri);
  }
  for (const uri of token.isCancellationRequested ? [] : previous.keys())
    found.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
  return found;
}
