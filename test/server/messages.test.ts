import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { literalsRequest, searchRequest, whyRequest } from "../../server/protocol/index.ts";
import { messagesFor } from "../fuzz/kinds/valid-messages.ts";
import { newFolder } from "./harness/folder.ts";
import { RawClient } from "./harness/raw-client.ts";

const text = `import * as t from "tencentcloud-sdk-nodejs";\nif (e.code === "AuthFailure.SignatureExpire") {}\n`;
/** The code in `text`. */
const place = [1, 20] as const;

describe("the server and clients that break the protocol", () => {
  const { at, write } = newFolder();
  let client: RawClient | undefined;
  afterEach(() => client?.stop());

  const started = async () => {
    client = await RawClient.start(pathToFileURL(at(".")).href.replace(/\/$/, ""));
    return client;
  };
  /** A document of its own, since earlier messages may have closed or changed any other. */
  const assertAlive = async (alive: RawClient) => {
    const uri = `file:///alive/${Math.random()}.ts`;
    alive.open(uri, text);
    assert.match(JSON.stringify((await alive.hover(uri, ...place)).result), /The signature has expired/);
  };

  it("goes on when a client answers every request with an error", async () => {
    await write(".error-codes.yaml", "catalogs:\n  - path: '*.codes.yaml'\n");
    await write("a.ts", text);
    const refusing = await started();
    const uri = pathToFileURL(at("a.ts")).href;
    refusing.open(uri, text);
    await refusing.hover(uri, ...place);
    refusing.send({ method: "workspace/didChangeConfiguration", params: { settings: {} } });
    const event = { added: [], removed: [] };
    refusing.send({ method: "workspace/didChangeWorkspaceFolders", params: { event } });
    const changes = [{ uri: pathToFileURL(at(".error-codes.yaml")).href, type: 2 }];
    refusing.send({ method: "workspace/didChangeWatchedFiles", params: { changes } });
    await refusing.request("workspace/executeCommand", { command: "errorCodes.checkWorkspace" });
    await refusing.request("errorCodes/scan", {});
    const pin = await refusing.request("errorCodes/pin", { uri, provider: "aws", scope: "file" });
    assert.match(pin.error?.message ?? "", /refused: workspace\/applyEdit/);
    await assertAlive(refusing);
    const asked = new Set(refusing.received.filter(({ id }) => id !== undefined).map(({ method }) => method));
    for (const method of [
      "client/registerCapability",
      "workspace/configuration",
      "workspace/diagnostic/refresh",
      "workspace/inlayHint/refresh",
      "window/workDoneProgress/create",
    ])
      assert.ok(asked.has(method), `${method} was not sent: this test would prove nothing of it`);
    // A message without choices is not a request, for which an editor could wait.
    assert.ok(!asked.has("window/showMessageRequest"));
    assert.ok(refusing.received.some(({ method }) => method === "window/showMessage"));
  });

  it("answers with an error what is not valid in its state", async () => {
    client = new RawClient();
    assert.equal((await client.request("errorCodes/used", {})).error?.code, -32002);
    const broken = { processId: 1e308, rootUri: 5, workspaceFolders: 5, locale: 5, initializationOptions: 5 };
    assert.ok((await client.request("initialize", { ...broken, capabilities: {} })).result);
    assert.equal((await client.request("initialize", { capabilities: {} })).error?.code, -32600);
    await assertAlive(client);
    await client.request("shutdown");
    for (const method of ["errorCodes/used", "shutdown", "initialize"])
      assert.equal((await client.request(method, {})).error?.code, -32600);
    assert.equal(client.exit, undefined);
  });

  it("answers requests with parameters of any type, and goes on", async () => {
    const raw = await started();
    for (const method of methods) for (const params of strangeParameters) await raw.request(method, params);
    const uri = "file:///w.ts";
    raw.open(uri, text);
    const ends = [1e308, -1, 1.5, 2 ** 53, "a", null, undefined];
    for (const method of methods.filter((one) => one.startsWith("textDocument/")))
      for (const [index, line] of ends.entries()) {
        const position = { line, character: ends.at(index - 3) };
        const context = { diagnostics: [], includeDeclaration: true };
        const range = { start: position, end: { line: 1, character: line } };
        await raw.request(method, { textDocument: { uri }, position, range, context });
      }
    await assertAlive(raw);
  });

  it("answers with the code of invalid parameters, and says what is wrong", async () => {
    client = new RawClient();
    const expect = async (method: string, params: unknown, message: string) =>
      assert.deepEqual((await client?.request(method, params))?.error, { code: -32602, message });
    const start = "The parameters of 'initialize' are not valid";
    await expect("initialize", { capabilities: null }, `${start}: 'capabilities' must be of type object.`);
    await expect("initialize", undefined, `${start}: they must be of type object.`);
    assert.ok((await client.request("initialize", { capabilities: {} })).result);
    const ofHover = "The parameters of 'textDocument/hover' are not valid";
    const textDocument = { uri: "file:///a.ts" };
    const position = { line: null, character: 0 };
    await expect("textDocument/hover", null, `${ofHover}: they must be of type object.`);
    await expect(
      "textDocument/hover",
      { textDocument: null },
      `${ofHover}: 'textDocument' must be of type object.`,
    );
    await expect(
      "textDocument/hover",
      { textDocument, position },
      `${ofHover}: 'position.line' must be of type number.`,
    );
    const query = { query: "Throttling" };
    for (const limit of [-1, 0.5, "1"])
      await expect(
        searchRequest,
        { ...query, limit },
        `The parameters of '${searchRequest}' are not valid: 'limit' must be a whole number, 0 or greater.`,
      );
    for (const [method, part, params] of [
      [whyRequest, "position.line", { uri: "file:///a.ts", position: { line: -1, character: 0 } }],
      [
        literalsRequest,
        "positions.0.character",
        { uri: "file:///a.ts", positions: [{ line: 0, character: -2 }] },
      ],
    ] as const)
      await expect(
        method,
        params,
        `The parameters of '${method}' are not valid: '${part}' must be a whole number, 0 or greater.`,
      );
    await assertAlive(client);
  });

  it("answers every request with a result or the code of invalid parameters, whatever part of it is wrong", async () => {
    await write("a.ts", text);
    const raw = await started();
    const uri = "file:///w.ts";
    raw.open(uri, text);
    const file = pathToFileURL(at("a.ts")).href;
    const valid = messagesFor(uri, file, pathToFileURL(at(".")).href).filter(({ isRequest }) => isRequest);
    const internal: string[] = [];
    for (const { method, params } of valid)
      for (const damaged of [params, ...damages(params)]) {
        const { error } = await raw.request(method, damaged);
        if (error?.code === -32603) internal.push(`${method} ${JSON.stringify(damaged)}: ${error.message}`);
        if (damaged === params) assert.ok(!error || error.code === -32601, `${method}: ${error?.message}`);
      }
    assert.deepEqual(
      internal.filter((one) => !/refused: /.test(one)),
      [],
    );
    await assertAlive(raw);
  }).timeout(120_000);

  it("ignores notifications with parameters of wrong types", async () => {
    const raw = await started();
    const uri = "file:///w.ts";
    raw.open(uri, text);
    const textDocument = { uri, version: 2 };
    for (const [method, all] of Object.entries({
      "textDocument/didOpen": [{ textDocument: { uri, languageId: "typescript", version: 1, text: 5 } }],
      "textDocument/didChange": [
        { textDocument, contentChanges: null },
        { textDocument, contentChanges: [{ text: 5 }] },
        { textDocument, contentChanges: [{ range: { start: {}, end: null }, text: "" }] },
      ],
      "workspace/didChangeWatchedFiles": [{ changes: null }, { changes: [{ uri: 5 }] }],
      "workspace/didChangeWorkspaceFolders": [{ event: null }, { event: { added: 5, removed: {} } }],
      "workspace/didChangeConfiguration": [{ settings: 5 }, { settings: { errorCodes: 5 } }],
      "$/cancelRequest": [{}],
      "errorCodes/nothing": [{}],
    }))
      for (const params of [...all, ...strangeParameters]) raw.send({ method, params });
    assert.match(JSON.stringify((await raw.hover(uri, ...place)).result), /The signature has expired/);
    await assertAlive(raw);
  });

  it("clamps the positions of changes", async () => {
    const raw = await started();
    const uri = "file:///w.ts";
    raw.open(uri, `x\n${text}`);
    const change = (version: number, range: object, newText: string) =>
      raw.send({
        method: "textDocument/didChange",
        params: { textDocument: { uri, version }, contentChanges: [{ range, text: newText }] },
      });
    change(2, { start: { line: 1e308, character: 1e308 }, end: { line: 2 ** 40, character: 5 } }, "// end\n");
    // Reversed: the line break at the end of the first line, and the line itself.
    change(3, { start: { line: 1, character: -1 }, end: { line: -1e9, character: 0.5 } }, "");
    assert.match(JSON.stringify((await raw.hover(uri, ...place)).result), /The signature has expired/);
  });

  it("reads documents whatever their URIs are", async () => {
    const raw = await started();
    for (const uri of [
      "file:////server/share/a.ts",
      "file://server/share/a.ts",
      "file://localhost/tmp/a.ts",
      "file:///a%00b/c.ts",
      "file:///a%2Fb/c.ts",
      "file:///%zz/c.ts",
      "FILE:///tmp/c.ts",
      "a b:c/d.ts",
      "http:////x/y.ts",
      "%",
      "",
      "\ud800/a.ts",
      "untitled:a",
      "file:",
    ]) {
      raw.open(uri, text);
      assert.match(
        JSON.stringify((await raw.hover(uri, ...place)).result ?? uri),
        /The signature has expired/,
      );
      for (const method of ["errorCodes/status", "errorCodes/search", "errorCodes/pinChoices"])
        assert.ok(!(await raw.request(method, { uri, query: "x" })).error, `${method} of ${uri}`);
      assert.ok((await raw.request("textDocument/diagnostic", { textDocument: { uri } })).result, uri);
    }
    await raw.request("errorCodes/scan", {});
    await assertAlive(raw);
  });
});

/** Returns copies of a value in which one part each is of another type, or missing. */
function damages(value: unknown): unknown[] {
  const others: unknown[] = [undefined, null, 5, "x", [], [null], {}, true];
  if (typeof value !== "object" || value === null) return others;
  const copies = Object.entries(value).flatMap(([key, part]) =>
    damages(part).map((other) =>
      Array.isArray(value)
        ? value.map((item, index) => (`${index}` === key ? other : item))
        : { ...value, [key]: other },
    ),
  );
  return [...others, ...copies];
}

const strangeParameters = [
  undefined,
  null,
  5,
  "x",
  [],
  [1, 2],
  {},
  { textDocument: null },
  { textDocument: { uri: 5 }, position: 5 },
  { uri: 5, text: 5, query: 5, positions: 5, code: 5, provider: {}, service: [], folder: 5, command: 5 },
];

const methods = [
  "textDocument/hover",
  "textDocument/completion",
  "textDocument/diagnostic",
  "textDocument/codeAction",
  "textDocument/inlayHint",
  "textDocument/definition",
  "textDocument/references",
  "textDocument/documentHighlight",
  "completionItem/resolve",
  "codeAction/resolve",
  "workspace/diagnostic",
  "workspace/executeCommand",
  ...["catalog", "governing", "codes", "search", "hover", "literals", "explain", "codesIn", "status"].map(
    (name) => `errorCodes/${name}`,
  ),
  ...["pinChoices", "pin", "why", "details", "usages", "scan", "used", "places", "nothing"].map(
    (name) => `errorCodes/${name}`,
  ),
];
