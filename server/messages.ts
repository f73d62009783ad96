import {
  type Connection,
  ErrorCodes,
  Message,
  type MessageStrategy,
  type NotificationMessage,
  type RequestMessage,
  ResponseError,
  TextDocumentIdentifier,
  TextDocumentItem,
  VersionedTextDocumentIdentifier,
  type WorkspaceFolder,
} from "vscode-languageserver";
import type { EncodedPositions } from "./encoded-positions.ts";
import { problemWith } from "./parameters.ts";

/** The methods that requests get which cannot be answered: not in the state of the server, or not at all. */
const refused = {
  early: "errorCodes/refusedEarly",
  late: "errorCodes/refusedLate",
  invalid: "errorCodes/refusedInvalid",
};

/** Registers the answers to refused requests; messages must pass through {@link checkedMessages}. */
export function answerRefused(connection: Connection): void {
  connection.onRequest(
    refused.early,
    () => new ResponseError(ErrorCodes.ServerNotInitialized, "The first request must be 'initialize'."),
  );
  connection.onRequest(
    refused.late,
    () =>
      new ResponseError(ErrorCodes.InvalidRequest, "The request is not valid in this state of the server."),
  );
  connection.onRequest(
    refused.invalid,
    (params: { problem?: unknown } | null) =>
      new ResponseError(ErrorCodes.InvalidParams, String(params?.problem)),
  );
}

/**
 * Returns a strategy that lets through only messages that the protocol allows in the state of the server, and whose
 * parameters have the right types: handlers rely on them, and no broken document must stay behind. Their positions are
 * translated where the client counts differently.
 */
export function checkedMessages(positions: EncodedPositions): MessageStrategy {
  let state: "new" | "running" | "stopped" = "new";
  return {
    async handleMessage(message, next) {
      if (Message.isRequest(message)) {
        const checked = checkedRequest(message, state);
        if (checked.method === "initialize") state = "running";
        if (checked.method === "shutdown") state = "stopped";
        await next(positions.received(checked));
      } else if (!Message.isNotification(message)) await next(message);
      else if (message.method === "exit" || (state === "running" && isWellFormed(message)))
        await next(positions.received(message));
    },
  };
}

type State = "new" | "running" | "stopped";

/** Returns a request as it is handled: one that is refused gets the method for that. */
function checkedRequest(message: RequestMessage, state: State): RequestMessage {
  const method = message.method === "initialize" ? methodOfInitialize(state) : methodOf(message, state);
  const problem = problemWith(method, message.params);
  if (problem !== undefined) return { ...message, method: refused.invalid, params: { problem } };
  return { ...message, ...(method === "initialize" ? withoutBrokenId(message) : { method }) };
}

function methodOfInitialize(state: State): string {
  return state === "new" ? "initialize" : refused.late;
}

function methodOf({ method }: RequestMessage, state: State): string {
  if (state === "running" || (state === "new" && method === "shutdown")) return method;
  return state === "new" ? refused.early : refused.late;
}

/** The server ends when the process of its client does: a number that no process can have would end it at once. */
function withoutBrokenId({ params }: RequestMessage): Partial<RequestMessage> {
  if (typeof params !== "object" || params === null || Array.isArray(params)) return {};
  const { processId } = params as { processId?: unknown };
  const isId = Number.isInteger(processId) && Number(processId) > 0 && Number(processId) < 2 ** 31;
  return { params: { ...params, processId: isId ? processId : null } };
}

function isWellFormed({ method, params }: NotificationMessage): boolean {
  const { textDocument, contentChanges, changes, event } = (params ?? {}) as Record<string, unknown>;
  switch (method) {
    case "textDocument/didOpen":
      return TextDocumentItem.is(textDocument);
    case "textDocument/didChange":
      return VersionedTextDocumentIdentifier.is(textDocument) && isListOf(contentChanges, isChange);
    case "textDocument/didClose":
    case "textDocument/didSave":
      return TextDocumentIdentifier.is(textDocument);
    case "workspace/didChangeWatchedFiles":
      return isListOf(changes, hasUri);
    case "workspace/didChangeWorkspaceFolders": {
      const { added, removed } = (event ?? {}) as Record<string, unknown>;
      return isListOf(added, hasUri) && isListOf(removed, hasUri);
    }
    default:
      return true;
  }
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isChange(value: unknown): boolean {
  const { range, text } = (value ?? {}) as Record<string, unknown>;
  return typeof text === "string" && (range === undefined || isRange(range));
}

/** Numbers beyond the text are clamped where the change is applied. */
function isRange(value: unknown): boolean {
  const { start, end } = (value ?? {}) as Record<string, Record<string, unknown> | undefined>;
  return [start?.line, start?.character, end?.line, end?.character].every((one) => typeof one === "number");
}

function hasUri(value: unknown): value is Pick<WorkspaceFolder, "uri"> {
  return typeof (value as WorkspaceFolder | undefined)?.uri === "string";
}
