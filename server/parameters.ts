import * as v from "valibot";
import * as protocol from "./protocol/index.ts";

// What the handlers of requests rely on. What a client may leave out may also be null, as some clients write it.

const position = v.object({ line: v.number(), character: v.number() });
const range = v.object({ start: position, end: position });
/** In our own messages, also numbers have to be possible. */
const count = v.custom<number>(
  (value) => Number.isInteger(value) && Number(value) >= 0,
  "a whole number, 0 or greater",
);
const place = v.object({ line: count, character: count });
const textDocument = v.object({ uri: v.string() });
const atPosition = v.object({ textDocument, position });
const inRange = v.object({ textDocument, range });
// Diagnostics of other servers, which may hold anything else, are sent too.
const diagnostic = v.object({ range });

const uri = v.string();
const origin = { uri: v.optional(uri) };
const key = { provider: v.string(), service: v.string(), code: v.string(), origin: v.optional(v.string()) };
const response = v.object({
  message: v.optional(v.string()),
  requestId: v.optional(v.string()),
  action: v.optional(v.string()),
});

const details = v.object({
  ...key,
  ...origin,
  response: v.optional(response),
  languages: v.optional(v.array(v.string())),
});

const uses = v.object({ folder: v.string(), provider: v.optional(v.string()), code: v.string() });

/** The schemas of the parameters, by the methods of the requests. */
const schemas: Record<string, v.GenericSchema | undefined> = {
  initialize: v.object({ capabilities: v.record(v.string(), v.unknown()) }),
  "textDocument/hover": atPosition,
  "textDocument/completion": v.object({
    ...atPosition.entries,
    context: v.nullish(v.object({ triggerKind: v.number() })),
  }),
  "completionItem/resolve": v.object({
    label: v.string(),
    data: v.nullish(
      v.object({
        uri: v.nullish(uri),
        providers: v.nullish(v.array(v.string())),
        services: v.nullish(v.array(v.string())),
        code: v.nullish(v.string()),
      }),
    ),
  }),
  "textDocument/definition": atPosition,
  "textDocument/documentHighlight": atPosition,
  "textDocument/references": v.object({
    ...atPosition.entries,
    context: v.object({ includeDeclaration: v.nullish(v.boolean()) }),
  }),
  "textDocument/prepareRename": atPosition,
  "textDocument/rename": v.object({ ...atPosition.entries, newName: v.string() }),
  "textDocument/documentSymbol": v.object({ textDocument }),
  "workspace/symbol": v.object({ query: v.string() }),
  "workspace/willRenameFiles": v.object({
    files: v.array(v.object({ oldUri: v.string(), newUri: v.string() })),
  }),
  "textDocument/codeAction": v.object({
    ...inRange.entries,
    context: v.object({ diagnostics: v.array(diagnostic), only: v.nullish(v.array(v.string())) }),
  }),
  "codeAction/resolve": v.object({ title: v.string() }),
  "textDocument/inlayHint": inRange,
  "textDocument/codeLens": v.object({ textDocument }),
  "codeLens/resolve": v.object({ range }),
  "textDocument/diagnostic": v.object({ textDocument, previousResultId: v.nullish(v.string()) }),
  "workspace/diagnostic": v.object({
    previousResultIds: v.array(v.object({ uri, value: v.string() })),
  }),
  "workspace/executeCommand": v.object({ command: v.string() }),
  [protocol.catalogRequest]: v.object(origin),
  [protocol.projectRequest]: v.object(origin),
  [protocol.codesRequest]: v.object({
    ...origin,
    provider: v.string(),
    service: v.string(),
    grouping: v.picklist(protocol.groupings),
  }),
  [protocol.searchRequest]: v.object({
    ...origin,
    query: v.string(),
    limit: v.optional(count),
    recent: v.optional(v.array(v.object(key))),
    orNearest: v.optional(v.boolean()),
    everywhere: v.optional(v.boolean()),
  }),
  [protocol.filterValuesRequest]: v.object({ ...origin, query: v.string() }),
  [protocol.unknownFiltersRequest]: v.object({ ...origin, query: v.string() }),
  [protocol.entryMarkdownRequest]: v.object({ ...key, ...origin }),
  [protocol.literalsRequest]: v.object({ uri, positions: v.array(place) }),
  [protocol.explainRequest]: v.object({ ...origin, text: v.string() }),
  [protocol.codesInRequest]: v.object({
    ...origin,
    text: v.string(),
    before: v.optional(v.string()),
    after: v.optional(v.string()),
  }),
  [protocol.statusRequest]: v.object({ uri }),
  [protocol.pinChoicesRequest]: v.object({ uri }),
  [protocol.pinRequest]: v.object({
    uri,
    provider: v.nullable(v.string()),
    scope: v.optional(v.picklist(["file", "folder", "all"])),
  }),
  [protocol.addableCodesRequest]: v.object({ uri, position: place }),
  [protocol.addCodesRequest]: v.object({ uri, position: place, codes: v.array(v.string()) }),
  [protocol.whyRequest]: v.object({ uri, position: place }),
  [protocol.configureRequest]: v.object({
    uri,
    deed: v.variant("act", [
      v.object({
        act: v.literal("evidence"),
        section: v.picklist(["functions", "fields", "keys"]),
        name: v.string(),
      }),
      v.object({ act: v.literal("rule"), rule: v.string() }),
    ]),
  }),
  [protocol.detailsRequest]: details,
  [protocol.pageMarkdownRequest]: details,
  [protocol.usagesRequest]: v.object({ ...key, ...origin, scan: v.optional(v.boolean()) }),
  [protocol.importPreviewRequest]: v.object({ uri }),
  [protocol.importRequest]: v.object({ uri, provider: v.string(), writes: v.boolean() }),
  [protocol.exportRequest]: v.object({ ...origin, provider: v.optional(v.string()) }),
  [protocol.fixesRequest]: v.object({}),
  [protocol.scanRequest]: v.object({ workDoneToken: v.optional(v.union([v.string(), v.number()])) }),
  [protocol.toolRequest]: v.object({ tool: v.string(), input: v.optional(v.unknown()) }),
  [protocol.codeUsesRequest]: uses,
  [protocol.changeUsesRequest]: v.object({ ...uses.entries, replacement: v.string() }),
};

/** Returns what is wrong with the parameters of a request, as a sentence; undefined if its handler can take them. */
export function problemWith(method: string, params: unknown): string | undefined {
  const schema = Object.hasOwn(schemas, method) ? schemas[method] : undefined;
  // An array would be spread over the arguments of the handler.
  const object = Array.isArray(params) ? undefined : params;
  const [issue] = (schema && v.safeParse(schema, object, { abortEarly: true }).issues) ?? [];
  if (!issue) return undefined;
  const path = v.getDotPath(issue);
  const part = path === null ? "they" : `'${path}'`;
  const type = String(issue.expected).replace(/^[A-Z]/, (letter) => letter.toLowerCase());
  const expected = issue.type === "custom" ? issue.message : `of type ${type}`;
  return `The parameters of '${method}' are not valid: ${part} must be ${expected}.`;
}
