import type { Message, NotificationMessage, RequestMessage, ResponseMessage } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { lineColumns } from "./documents/line-columns.ts";
import { normalizeUri } from "./documents/uris.ts";

/** The texts that positions are in. */
export interface Texts {
  /** Returns an open document; undefined if it is not open. */
  open(uri: string): TextDocument | undefined;
  /** Reads the text of a file that is not open; undefined if it cannot be read. */
  read(uri: string): Promise<string | undefined>;
}

type Direction = "fromClient" | "toClient";

/** Returns the document with a URI; undefined if there is none, or if it is not known yet. */
type Lookup = (uri: string) => TextDocument | undefined;

/**
 * Translates the positions in the messages of a client that counts characters in UTF-8 bytes: everything else in the
 * server counts them in UTF-16 units. Until it is started, messages pass as they are.
 */
export class EncodedPositions {
  #texts: Texts | undefined;
  /** The URIs of the documents that unanswered requests are about. */
  readonly #asked = new Map<string | number, string>();

  /** Starts to translate. */
  start(texts: Texts): void {
    this.#texts = texts;
  }

  get isStarted(): boolean {
    return this.#texts !== undefined;
  }

  /** Translates a message of the client; it can only be about open documents. */
  received<T extends RequestMessage | NotificationMessage>(message: T): T {
    const texts = this.#texts;
    if (!texts) return message;
    const uri = uriOf(message.params) ?? "";
    if (isRequest(message) && message.id !== null) this.#asked.set(message.id, uri);
    if (message.method === "textDocument/didChange")
      return { ...message, params: changed(message, texts, uri) };
    return { ...message, params: translated(message.params, uri, "fromClient", texts.open) };
  }

  /** Translates a message to the client, which can be about any file. */
  async sent(message: Message): Promise<Message> {
    const texts = this.#texts;
    if (!texts) return message;
    const { id, params, result } = message as Partial<RequestMessage & ResponseMessage>;
    const isResponse = result !== undefined && id !== undefined && id !== null;
    const uri = isResponse ? (this.#asked.get(id) ?? "") : (uriOf(params) ?? "");
    if (isResponse || "error" in message) this.#asked.delete(id ?? "");
    const key = isResponse ? "result" : "params";
    const value = isResponse ? result : params;
    if (typeof value !== "object" || value === null) return message;
    const lookup = await withFiles(texts, (missing) => translated(value, uri, "toClient", missing));
    return { ...message, [key]: translated(value, uri, "toClient", lookup) } as Message;
  }
}

function isRequest(message: RequestMessage | NotificationMessage): message is RequestMessage {
  return "id" in message;
}

/** Returns the URI of the document that parameters are about. What is resolved has it in its data. */
function uriOf(params: unknown): string | undefined {
  const { uri, textDocument, data } = (params ?? {}) as Record<string, unknown>;
  const of = (value: unknown) => (value as { uri?: unknown } | null | undefined)?.uri;
  return [uri, of(textDocument), of(data)].find((one) => typeof one === "string") as string | undefined;
}

/** Returns a lookup that also has the files that are not open and that `translate`, given a lookup, asks for. */
async function withFiles(texts: Texts, translate: (lookup: Lookup) => unknown): Promise<Lookup> {
  const missing = new Set<string>();
  translate((uri) => {
    const open = texts.open(uri);
    if (!open && uri !== "") missing.add(uri);
    return open;
  });
  const files = new Map<string, TextDocument>();
  for (const uri of missing) {
    const text = await texts.read(uri);
    if (text !== undefined) files.set(uri, TextDocument.create(uri, "", 0, text));
  }
  return (uri) => texts.open(uri) ?? files.get(uri);
}

/** Translates the changes of a document, each of which counts in the text that the ones before it left. */
function changed(
  { params }: NotificationMessage,
  { open }: Texts,
  uri: string,
): NotificationMessage["params"] {
  const { contentChanges } = params as { contentChanges?: unknown };
  const before = open(uri);
  if (!before || !Array.isArray(contentChanges)) return params;
  let document = before;
  const changes = contentChanges.map((change, index) => {
    const inText = translated(change, uri, "fromClient", () => document);
    if (index < contentChanges.length - 1)
      document = TextDocument.update(
        TextDocument.create(uri, "", 0, document.getText()),
        [inText as { text: string }],
        0,
      );
    return inText;
  });
  return { ...(params as object), contentChanges: changes };
}

/**
 * Returns a value with all positions in it translated. `uri` is that of the document that they are in, unless an object
 * around them names another one.
 */
function translated<T>(value: T, uri: string, direction: Direction, lookup: Lookup): T {
  const columns = new Map<string, ReturnType<typeof lineColumns>>();
  const columnsOf = (uri: string, line: number) => {
    const key = `${line} ${uri}`;
    const known = columns.get(key);
    if (known) return known;
    const document = lookup(uri);
    const made = lineColumns(document ? lineOf(document, line) : "");
    columns.set(key, made);
    return made;
  };
  const position = (uri: string, value: Position): Position => {
    const { line, character } = value;
    const ofLine = columnsOf(uri, line);
    return {
      ...value,
      character: direction === "toClient" ? ofLine.toUtf8(character) : ofLine.toUtf16(character),
    };
  };
  const walk = (value: unknown, uri: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => walk(one, uri));
    if (typeof value !== "object" || value === null) return value;
    if (isPosition(value)) return position(uri, value);
    const own = uriOf({ ...value, data: undefined }) ?? uri;
    const { targetUri } = value as { targetUri?: unknown };
    const parts = Object.entries(value).map(([key, part]) => {
      // What a client only hands back is not its concern.
      if (key === "data") return [key, part];
      if (key === "changes" && !Array.isArray(part)) return [key, walkByUri(part)];
      if (key.startsWith("target") && typeof targetUri === "string") return [key, walk(part, targetUri)];
      return [key, walk(part, own)];
    });
    return Object.fromEntries(parts);
  };
  const walkByUri = (edits: unknown) =>
    Object.fromEntries(Object.entries(edits ?? {}).map(([uri, ofFile]) => [uri, walk(ofFile, uri)]));
  return walk(value, uri) as T;
}

interface Position {
  line: number;
  character: number;
}

function isPosition(value: object): value is Position {
  const { line, character } = value as Partial<Record<string, unknown>>;
  return typeof line === "number" && typeof character === "number";
}

/** Returns a line without its line break; empty if there is no such line. */
function lineOf(document: TextDocument, line: number): string {
  const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
  return line < document.lineCount ? document.getText(range).replace(/[\r\n]+$/, "") : "";
}

/** Returns a lookup of open documents, whichever way their URIs are written. */
export function openDocuments(get: (uri: string) => { textDocument: TextDocument } | undefined): Lookup {
  return (uri) => (get(uri) ?? get(normalizeUri(uri)))?.textDocument;
}
