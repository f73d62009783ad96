import {
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import type { Feature } from "./features/feature.ts";
import type { InitializationOptions } from "./protocol/index.ts";

/** Whether a client counts characters in bytes of UTF-8 itself: it lists what it prefers first. */
export function prefersUtf8({ capabilities }: InitializeParams): boolean {
  const encodings: unknown = capabilities.general?.positionEncodings;
  return Array.isArray(encodings) && encodings[0] === PositionEncodingKind.UTF8;
}

/** Returns the answer to `initialize`: what the features can do. */
export function initializeResult(
  features: readonly Feature[],
  version: string,
  { initializationOptions }: InitializeParams,
  positionEncoding: PositionEncodingKind,
): InitializeResult {
  const { asksUnbidden } = (initializationOptions ?? {}) as InitializationOptions;
  // Told of changes without a registration, which is a request that a client can refuse.
  const workspace = { workspaceFolders: { supported: true, changeNotifications: true } };
  const textDocumentSync = { openClose: true, change: TextDocumentSyncKind.Incremental, save: true };
  const all = Object.assign(
    { positionEncoding, textDocumentSync, workspace },
    ...features.map((feature) => feature.capabilities),
  );
  const diagnosticProvider = { ...all.diagnosticProvider, workspaceDiagnostics: !asksUnbidden };
  return {
    capabilities: { ...all, diagnosticProvider },
    serverInfo: { name: "error-code-language-server", version },
  };
}
