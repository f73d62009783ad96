import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { Catalog } from "../catalog/catalog.ts";
import { Search } from "../catalog/search.ts";
import { Speller } from "../catalog/suggest.ts";
import { Reader } from "./analysis.ts";
import type { Context, Feature } from "./feature.ts";
import { catalog } from "./features/catalog.ts";
import { codeActions } from "./features/code-actions.ts";
import { completion } from "./features/completion.ts";
import { diagnostics } from "./features/diagnostics.ts";
import { hover } from "./features/hover.ts";
import type { Host } from "./host.ts";
import { Literals } from "./literals.ts";
import type { EntryKey, InitializationOptions } from "./protocol.ts";
import { defaultSettings, reading, settingsFrom } from "./settings.ts";
import { Source } from "./source.ts";

const features: readonly Feature[] = [hover, completion, diagnostics, codeActions, catalog];

/** Serves a connection until it closes. */
export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments<Source>({
    create: Source.of,
    update: (source, changes, version) => source.update(changes, version),
  });
  connection.onInitialize(async ({ capabilities, locale, initializationOptions }) => {
    const options = (initializationOptions ?? {}) as InitializationOptions;
    const context = await contextFor(connection, host, documents, capabilities, options, locale);
    for (const feature of features) feature.register(context);
    documents.onDidClose(({ document }) => context.reader.forget(document));
    return announce(host);
  });
  documents.listen(connection);
  connection.listen();
}

function announce({ version }: Host): InitializeResult {
  const own = { textDocumentSync: TextDocumentSyncKind.Incremental };
  return {
    capabilities: Object.assign({}, own, ...features.map((feature) => feature.capabilities)),
    serverInfo: { name: "error-code-language-server", version },
  };
}

async function contextFor(
  connection: Connection,
  host: Host,
  documents: TextDocuments<Source>,
  client: ClientCapabilities,
  options: InitializationOptions,
  locale: string | undefined,
): Promise<Context> {
  const catalog = new Catalog(await host.readCatalog());
  let settings = options.settings === undefined ? defaultSettings : settingsFrom(options.settings);
  const read = () => reading(settings, locale);
  watchSettings(connection, client, (value) => {
    settings = settingsFrom(value);
  });
  const { detailsCommand } = options;
  const detailsLink = ({ provider, service, code }: EntryKey) =>
    `command:${detailsCommand}?${encodeURIComponent(JSON.stringify([{ provider, service, code }]))}`;
  return {
    connection,
    client,
    documents,
    catalog,
    speller: new Speller(catalog),
    search: new Search(catalog),
    reader: new Reader(new Literals(host), catalog),
    reading: read,
    rendering: () => ({ reading: read(), ...(detailsCommand ? { detailsLink } : {}) }),
  };
}

/** Follows the settings: asked for where the client answers, else taken from what it sends. */
function watchSettings(
  connection: Connection,
  { workspace }: ClientCapabilities,
  apply: (settings: unknown) => void,
): void {
  if (!workspace?.configuration) {
    connection.onDidChangeConfiguration(({ settings }) => apply(settings?.errorCodes));
    return;
  }
  const ask = async () => apply(await connection.workspace.getConfiguration("errorCodes"));
  connection.onInitialized(async () => {
    if (workspace.didChangeConfiguration?.dynamicRegistration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: "errorCodes" });
    }
    await ask();
  });
  connection.onDidChangeConfiguration(async () => {
    await ask();
    if (workspace.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh();
  });
}
