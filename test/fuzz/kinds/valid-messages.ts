import * as protocol from "../../../server/protocol/index.ts";

/** A message to the server. */
export interface Message {
  method: string;
  params: unknown;
  isRequest: boolean;
}

/** Returns a valid message of each method; `uri` is that of a document, `file` that of a file on disk in `folder`. */
export function messagesFor(uri: string, file: string, folder: string): Message[] {
  const textDocument = { uri };
  const position = { line: 0, character: 20 };
  const range = { start: { line: 0, character: 0 }, end: position };
  const text = 'if (err.code === "AuthFailure.SignatureExpired") {}\nthrow new CodeError("Throttling");\n';
  const key = { provider: "tencent-cloud", service: "common", code: "AuthFailure.SignatureExpire", uri };
  const opened = { uri, languageId: "typescript", version: 1, text };
  const contentChanges = [{ range, text: "else " }, { text }];
  const notifications: Record<string, unknown> = {
    "textDocument/didOpen": { textDocument: opened },
    "textDocument/didChange": { textDocument: { uri, version: 2 }, contentChanges },
    "textDocument/didSave": { textDocument },
    "textDocument/didClose": { textDocument },
    "workspace/didChangeWatchedFiles": { changes: [{ uri: file, type: 2 }] },
    "workspace/didChangeConfiguration": {
      settings: { errorCodes: { rules: { "misspelled-code": "error" } } },
    },
    "workspace/didChangeWorkspaceFolders": { event: { added: [{ uri: folder, name: "x" }], removed: [] } },
    "window/workDoneProgress/cancel": { token: 1 },
    "$/setTrace": { value: "verbose" },
    "$/cancelRequest": { id: 1 },
    "unknown/notification": {},
  };
  const requests: Record<string, unknown> = {
    "textDocument/hover": { textDocument, position },
    "textDocument/completion": { textDocument, position, context: { triggerKind: 2, triggerCharacter: '"' } },
    "completionItem/resolve": { label: key.code, data: key },
    "textDocument/definition": { textDocument, position },
    "textDocument/references": { textDocument, position, context: { includeDeclaration: true } },
    "textDocument/documentHighlight": { textDocument, position },
    "textDocument/prepareRename": { textDocument, position: range.start },
    "textDocument/rename": { textDocument, position: range.start, newName: "Acme.Renamed" },
    "textDocument/documentSymbol": { textDocument },
    "workspace/symbol": { query: "acme" },
    "workspace/willRenameFiles": { files: [{ oldUri: file, newUri: `${file}.old` }] },
    "codeLens/resolve": { range, data: { uri, provider: "acme", code: "Acme.Closed" } },
    "textDocument/codeAction": { textDocument, range, context: { diagnostics: [], only: ["quickfix"] } },
    "codeAction/resolve": {
      title: "x",
      kind: "quickfix",
      data: { uri, version: 1, range, fix: "replace", key: "x" },
    },
    "textDocument/inlayHint": { textDocument, range },
    "textDocument/diagnostic": { textDocument, previousResultId: "1" },
    "workspace/diagnostic": { previousResultIds: [{ uri: file, value: "1" }] },
    "workspace/executeCommand": { command: protocol.checkCommand, arguments: [] },
    [protocol.catalogRequest]: { uri },
    [protocol.projectRequest]: { uri },
    [protocol.codesRequest]: { ...key, grouping: "family" },
    [protocol.searchRequest]: {
      query: "sigexp @tencent",
      limit: 5,
      recent: [key],
      orNearest: true,
      everywhere: true,
    },
    [protocol.unknownFiltersRequest]: { query: "@nobody service:frob", uri },
    [protocol.entryMarkdownRequest]: key,
    [protocol.literalsRequest]: { uri, positions: [position, range.start] },
    [protocol.explainRequest]: { text: '{"Code":"Throttling","Message":"Slow."}', uri },
    [protocol.codesInRequest]: { text: "failed: AuthFailure.SignatureExpire", before: "{", after: "}", uri },
    [protocol.statusRequest]: { uri },
    [protocol.pinChoicesRequest]: { uri },
    [protocol.pinRequest]: { uri, provider: "aws", scope: "file" },
    [protocol.whyRequest]: { uri, position },
    [protocol.configureRequest]: { uri, deed: { act: "evidence", section: "functions", name: "track" } },
    [protocol.fixesRequest]: {},
    [protocol.detailsRequest]: { ...key, response: { message: "m", requestId: "r" }, languages: ["go"] },
    [protocol.usagesRequest]: { ...key, scan: true },
    [protocol.importPreviewRequest]: { uri: file },
    [protocol.importRequest]: { uri: file, provider: "acme", writes: true },
    [protocol.exportRequest]: { uri, provider: "baidu-ai-cloud" },
    [protocol.scanRequest]: { workDoneToken: 7 },
    [protocol.usedRequest]: {},
    [protocol.codeUsesRequest]: { folder, provider: "acme", code: "Billing.Overdue" },
    "unknown/request": {},
  };
  const toMessages = (all: Record<string, unknown>, isRequest: boolean) =>
    Object.entries(all).map(([method, params]): Message => ({ method, params, isRequest }));
  return [...toMessages(notifications, false), ...toMessages(requests, true)];
}
