import type { ClientCapabilities, CompletionItem } from "vscode-languageserver";
import type { Entry } from "../../catalog/model/entry.ts";
import { repeatedEntriesOf } from "../../catalog/model/explained.ts";
import { toMarkdown } from "../../catalog/rendering/hover.ts";
import type { ItemData } from "./completion-items.ts";
import { sortForPlace } from "./completion-order.ts";
import type { FeatureContext } from "./feature.ts";
import { toMarkup } from "./markup.ts";
import { projectOfRequest } from "./project-of-request.ts";

/** Whether a client asks for the documentation of an item when it is chosen; to others it must be sent with the list. */
export function canResolveDocumentation({ textDocument }: ClientCapabilities): boolean {
  const { properties } = textDocument?.completion?.completionItem?.resolveSupport ?? {};
  return Array.isArray(properties) && properties.includes("documentation");
}

/** Returns an item with its documentation, if the catalog has its code. */
export async function documented(context: FeatureContext, item: CompletionItem): Promise<CompletionItem> {
  // Clients may send back null for what is absent.
  const data: { [Key in keyof ItemData]?: ItemData[Key] | null } = item.data ?? {};
  const { uri } = data;
  const [providers, services, code] = [data.providers ?? [], data.services ?? [], data.code ?? item.label];
  const { catalog } = uri ? await context.projects.of(uri) : await projectOfRequest(context, {});
  const isImported = ({ provider, service }: Pick<Entry, "provider" | "service">) =>
    providers.includes(provider) && services.includes(service);
  const repeated = repeatedEntriesOf(code, catalog, isImported);
  const entries = sortForPlace([...catalog.entriesOf(code), ...repeated], providers, services);
  if (entries.length === 0) return item;
  const markdown = toMarkdown(entries, catalog, context.rendering(), { matchesChildren: false, isImported });
  const formats = context.client.textDocument?.completion?.completionItem?.documentationFormat;
  return { ...item, documentation: toMarkup(markdown, formats) };
}
