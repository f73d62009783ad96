import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  Position,
  ProtocolConnection,
  Range,
  TextDocumentContentChangeEvent,
  TextEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";

/** The code actions that are requested. */
interface ActionQuery {
  range?: Range;
  only?: string[];
}

/** An open document, with the actions of a user in it. */
export class OpenDocument {
  readonly connection: ProtocolConnection;
  readonly cursor: Position;
  document: TextDocument;

  constructor(connection: ProtocolConnection, document: TextDocument, cursor: Position) {
    this.connection = connection;
    this.document = document;
    this.cursor = cursor;
  }

  get text(): string {
    return this.document.getText();
  }

  #request<T>(method: string, more: object = {}): Promise<T> {
    return this.connection.sendRequest<T>(method, {
      textDocument: { uri: this.document.uri },
      ...more,
    });
  }

  async change(contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const version = this.document.version + 1;
    this.document = TextDocument.update(this.document, contentChanges, version);
    const textDocument = { uri: this.document.uri, version };
    await this.connection.sendNotification("textDocument/didChange", { textDocument, contentChanges });
  }

  async close(): Promise<void> {
    const textDocument = { uri: this.document.uri };
    await this.connection.sendNotification("textDocument/didClose", { textDocument });
  }

  hover(position = this.cursor): Promise<Hover | null> {
    return this.#request("textDocument/hover", { position });
  }

  /** Returns the text of a hover, and the text of the document in its range. */
  async hoverTexts(position = this.cursor): Promise<{ text: string; marked: string } | undefined> {
    const hover = await this.hover(position);
    if (!hover) return undefined;
    const text = (hover.contents as { value: string }).value;
    return { text, marked: hover.range ? this.document.getText(hover.range) : "" };
  }

  async complete(position = this.cursor): Promise<CompletionItem[]> {
    const list = await this.#request<CompletionList | null>("textDocument/completion", { position });
    return list?.items ?? [];
  }

  resolve(item: CompletionItem): Promise<CompletionItem> {
    return this.connection.sendRequest("completionItem/resolve", item);
  }

  async diagnose(): Promise<Diagnostic[]> {
    const report = await this.#request<DocumentDiagnosticReport>("textDocument/diagnostic");
    return report.kind === "full" ? report.items : [];
  }

  fixes(diagnostics: Diagnostic[]): Promise<CodeAction[]> {
    const range = diagnostics[0]?.range;
    return this.#request("textDocument/codeAction", { range, context: { diagnostics } });
  }

  /** Requests the actions at the cursor or a range, as an editor does: with the diagnostics there. */
  async actions({
    range = { start: this.cursor, end: this.cursor },
    only,
  }: ActionQuery = {}): Promise<CodeAction[]> {
    const all = await this.diagnose();
    const { document } = this;
    const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const diagnostics = all.filter(
      (one) => document.offsetAt(one.range.start) <= to && from <= document.offsetAt(one.range.end),
    );
    return this.#request("textDocument/codeAction", {
      range,
      context: { diagnostics, ...(only ? { only } : {}) },
    });
  }

  /** Returns an action with its edit, which is resolved first if the action has none yet. */
  resolveAction(action: CodeAction): Promise<CodeAction> {
    return action.edit ? Promise.resolve(action) : this.connection.sendRequest("codeAction/resolve", action);
  }

  /** Returns the text after an action; throws if the action does more than edit this version of the document. */
  async textAfterAction(action: CodeAction): Promise<string> {
    const { edit } = await this.resolveAction(action);
    const edits = (edit?.documentChanges ?? []).flatMap((change): TextEdit[] => {
      if (!("edits" in change)) throw new Error(`The action also has an operation "${change.kind}".`);
      const { uri, version } = change.textDocument;
      if (uri !== this.document.uri || version !== this.document.version)
        throw new Error(`The action edits ${uri} in version ${version}.`);
      return change.edits as TextEdit[];
    });
    return this.textAfterEdits(...(edit?.changes?.[this.document.uri] ?? edits));
  }

  /** Returns the text after some edits. */
  textAfterEdits(...edits: TextEdit[]): string {
    return TextDocument.applyEdits(this.document, edits);
  }
}

/** Returns diagnostics as `line:character-character message`, zero-based. */
export function messagesOf(diagnostics: readonly Diagnostic[] | undefined): string[] {
  return (diagnostics ?? []).map(
    ({ range: { start, end }, message }) => `${start.line}:${start.character}-${end.character} ${message}`,
  );
}
