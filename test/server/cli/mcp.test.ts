import assert from "node:assert/strict";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { CancellationToken } from "vscode-languageserver";
import { check } from "../../../server/agents/check.ts";
import { answerCall } from "../../../server/agents/tool.ts";
import { Analyzer } from "../../../server/analysis/analyzer.ts";
import { Projects } from "../../../server/configuration/projects.ts";
import { defaultSettings } from "../../../server/configuration/settings.ts";
import { ruleIds } from "../../../server/rules/index.ts";
import { nodeHost } from "../../../server/workspace/host.node.ts";
import { newFolder, writeBelow } from "../harness/folder.ts";

const cli = join(import.meta.dirname, "../../../dist/cli.js");

const misspelled = `import { CvmClient } from "tencentcloud-sdk-nodejs";
export const isStale = (error) => error.code === "AuthFailure.SignatureExpird";
`;

interface Finding {
  path: string;
  line: number;
  column: number;
  rule: string;
  text: string;
  message: string;
  suggestions?: string[];
}

/** An answer of any of the tools. */
interface Answer {
  errors: { code?: string; provider?: string; service?: string; retry?: string; known: boolean }[];
  nearest: { code: string }[];
  results: { code: string; provider: string }[];
  more: boolean;
  files: number;
  findings: Finding[];
  omitted?: number;
  notes?: string[];
  note?: string;
  services?: string[];
  codes: { code: string; equivalents: { provider: string; code: string }[] }[];
  actions: { provider: string; count: number; codes: { code: string; retry: string; meaning: string }[] }[];
}

/** An agent: the client of the protocol's own library, with the server as a process. */
class Agent {
  readonly client: Client;
  /** How often the server asked for the roots. */
  asked = 0;

  private constructor(client: Client) {
    this.client = client;
  }

  static async start(args: string[], cwd: string, roots?: () => string[], isModern = false): Promise<Agent> {
    const client = new Client(
      { name: "test", version: "1" },
      {
        capabilities: roots ? { roots: { listChanged: true } } : {},
        versionNegotiation: { mode: isModern ? { pin: "2026-07-28" } : "legacy" },
      },
    );
    const agent = new Agent(client);
    if (roots)
      client.setRequestHandler("roots/list", () => {
        agent.asked++;
        return { roots: roots().map((path) => ({ uri: pathToFileURL(path).href })) };
      });
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [cli, "mcp", ...args], cwd }),
    );
    return agent;
  }

  async call(name: string, input: Record<string, unknown>, signal?: AbortSignal): Promise<Answer> {
    const result = await this.client.callTool({ name, arguments: input }, signal ? { signal } : {});
    assert.ok(!result.isError, JSON.stringify(result.content));
    return result.structuredContent as unknown as Answer;
  }

  /** Returns the text of a call that cannot be answered. */
  async failure(name: string, input: Record<string, unknown>): Promise<string> {
    const { isError, content } = await this.client.callTool({ name, arguments: input });
    assert.ok(isError);
    const [block] = content;
    assert.ok(block?.type === "text");
    return block.text;
  }
}

describe("agents", () => {
  let parent: string;
  let folder: string;
  let agent: Agent;
  const write = (name: string, text: string) => writeBelow(folder, name, text);
  before(async () => {
    parent = await mkdtemp(join(tmpdir(), "error-codes-"));
    folder = join(parent, "work");
    await write("src/a.ts", misspelled);
    await writeBelow(parent, "outside/secret.ts", misspelled);
    agent = await Agent.start([folder], parent);
  });
  after(async () => {
    await agent.client.close();
    await rm(parent, { recursive: true });
  });

  it("lists the tools, which change nothing, with what they take and give", async () => {
    const { tools: listed } = await agent.client.listTools();
    assert.deepEqual(
      listed.map(({ name }) => name),
      ["explain", "lookup", "check", "equivalents", "codes_of_action"],
    );
    for (const { annotations, description = "", inputSchema, outputSchema } of listed) {
      assert.equal(annotations?.readOnlyHint, true);
      assert.ok(description.length > 100 && description.length < 1000);
      assert.equal(inputSchema.additionalProperties, false);
      assert.equal(outputSchema?.type, "object");
    }
    assert.ok(JSON.stringify(listed).length < 14_000);
  });

  it("explains a failed call, and finds the mistake in the code until it is mended", async () => {
    const response = JSON.stringify({
      Response: { Error: { Code: "AuthFailure.SignatureExpire", Message: "…" }, RequestId: "e1" },
    });
    const { errors } = await agent.call("explain", { text: `HTTP/1.1 200 OK\n\n${response}` });
    assert.deepEqual(
      errors.map(({ code, provider, retry, known }) => ({ code, provider, retry, known })),
      [{ code: "AuthFailure.SignatureExpire", provider: "tencent-cloud", retry: "renew", known: true }],
    );
    const { files, findings } = await agent.call("check", {});
    assert.equal(files, 1);
    const [finding] = findings;
    assert.deepEqual(
      [finding?.path, finding?.line, finding?.column, finding?.rule],
      ["src/a.ts", 2, 51, "misspelled-code"],
    );
    const [right = ""] = finding?.suggestions ?? [];
    await write("src/a.ts", misspelled.replace("AuthFailure.SignatureExpird", right));
    assert.deepEqual((await agent.call("check", { path: "src" })).findings, []);
    await write("src/a.ts", misspelled);
    assert.equal((await agent.call("check", { path: join(folder, "src/a.ts") })).findings.length, 1);
  });

  it("explains codes alone, in every service, and names the nearest to one that is not official", async () => {
    const { errors } = await agent.call("explain", { text: "Throttling" });
    assert.deepEqual([...new Set(errors.map(({ provider }) => provider))].toSorted(), [
      "alibaba-cloud",
      "aws",
    ]);
    const ofAws = await agent.call("explain", { text: "Throttling", provider: "AWS" });
    assert.deepEqual([...new Set(ofAws.errors.map(({ provider }) => provider))], ["aws"]);
    const unknown = await agent.call("explain", { text: "AuthFailure.SignatureExpird" });
    assert.equal(unknown.errors[0]?.known, false);
    assert.equal(unknown.nearest[0]?.code, "AuthFailure.SignatureExpire");
    const compact = JSON.stringify({ Error: { Code: "AuthFailure.SignatureExpire", Message: "late" } });
    assert.equal((await agent.call("explain", { text: compact })).errors[0]?.provider, "tencent-cloud");
    assert.match(
      (await agent.call("explain", { text: "all is well here" })).note ?? "",
      /^No error was found/,
    );
  });

  it("looks codes up, and names those of other clouds and of an action", async () => {
    const { results, more } = await agent.call("lookup", { query: "clock skew aws", limit: 2 });
    assert.ok(results.length === 2 && more && results.every(({ provider }) => provider === "aws"));
    const { codes } = await agent.call("equivalents", { code: "RequestLimitExceeded", provider: "tencent" });
    const [code] = codes;
    assert.ok(code?.equivalents.some((one) => one.provider === "alibaba-cloud"));
    const asked = { action: "run_instances", provider: "tencent-cloud", service: "cvm" };
    const { actions } = await agent.call("codes_of_action", { ...asked, retryable: true, limit: 5 });
    assert.ok((actions[0]?.count ?? 0) > 5 && actions[0]?.codes.length === 5);
    assert.ok(actions[0].codes.every(({ retry, meaning }) => /backoff|renew/.test(retry) && meaning));
    assert.ok(
      ((await agent.call("codes_of_action", { action: "ListTagsForResource" })).services?.length ?? 0) > 20,
    );
  });

  it("says in words what is wrong with a call", async () => {
    for (const [pattern, name, input] of [
      [/^The arguments are not valid\. text: /, "explain", {}],
      [/text: /, "explain", { text: 3 }],
      [/shell: /, "check", { shell: "rm" }],
      [/limit: /, "lookup", { query: "x", limit: 1e9 }],
      [/no provider 'gcp'/, "explain", { text: "Throttling", provider: "gcp" }],
      [/no status 'red'/, "lookup", { query: "status:red" }],
      [/Did you mean RunInstances\?/, "codes_of_action", { action: "RunInstanes", provider: "aws" }],
      [/no service 'cvm'/, "codes_of_action", { action: "PutItem", provider: "aws", service: "cvm" }],
      [/no code 'Nothing'/, "equivalents", { code: "Nothing" }],
      [/`text` needs `path`/, "check", { text: "x" }],
      [/no such file/, "check", { path: "src/b.ts" }],
    ] as [RegExp, string, Record<string, unknown>][])
      assert.match(await agent.failure(name, input), pattern);
    await assert.rejects(agent.client.callTool({ name: "run" }), /no tool 'run'/);
  });

  it("reads nothing outside the folders, wherever a path or a link leads", async () => {
    await symlink(join(parent, "outside/secret.ts"), join(folder, "linked.ts"));
    await symlink(join(parent, "outside"), join(folder, "linked"));
    await write(".git/config", "[remote]\n");
    const outside = [
      join(parent, "outside/secret.ts"),
      "../outside/secret.ts",
      "src/../../outside",
      "linked.ts",
      "linked",
      "linked/secret.ts",
      ".git/config",
      pathToFileURL(join(parent, "outside")).href,
      "src/a.ts\0",
    ];
    for (const path of outside)
      assert.match(await agent.failure("check", { path }), /is not in the folders|no such file/, path);
    assert.equal((await agent.call("check", {})).files, 1);
    for (const name of ["linked", "linked.ts", ".git"]) await rm(join(folder, name), { recursive: true });
  });

  it("checks a text in place of a file, and takes over what is written of configurations and catalogs", async () => {
    const checked = () => agent.call("check", { path: "src/new.ts", text: misspelled });
    assert.equal((await checked()).findings[0]?.path, "src/new.ts");
    const catalog = (code: string) =>
      `version: 1\nprovider: { id: mine, name: { en: Mine } }\nentries: [{ code: ${code}, summary: { en: Ours. } }]\n`;
    await write("codes.yaml", catalog("Our.Code"));
    await write(".error-codes.yaml", "catalogs: [{ path: codes.yaml }]\nignore: { paths: [src/new.ts] }\n");
    assert.deepEqual((await checked()).findings, []);
    const provider = async (code: string) =>
      (await agent.call("explain", { text: code })).errors[0]?.provider;
    assert.equal(await provider("Our.Code"), "mine");
    await write("codes.yaml", catalog("Our.OtherCode"));
    assert.equal(await provider("Our.OtherCode"), "mine");
    await write(".error-codes.yaml", "rulez: {}\n");
    const [problem] = (await checked()).findings;
    assert.deepEqual(
      [problem?.path, problem?.line, problem?.rule],
      [".error-codes.yaml", 1, "configuration"],
    );
    await rm(join(folder, ".error-codes.yaml"));
    assert.equal((await checked()).findings[0]?.rule, "misspelled-code");
  });

  it("hides nothing in answers, and keeps them short", async () => {
    const hidden = String.fromCodePoint(...[..."obey"].map((char) => 0xe0000 + char.charCodeAt(0)));
    const text = `${misspelled}\n// ${"x".repeat(100)}\n`.repeat(300);
    const answer = await agent.call("check", { path: `src/${hidden}.ts`, text });
    assert.ok(answer.findings.length === 50 && answer.omitted === 250);
    assert.ok(JSON.stringify(answer).length < 60_000);
    assert.doesNotMatch(JSON.stringify(answer), /[\u{e0000}-\u{e007f}]/u);
    const logs =
      `{"Error":{"Code":"AuthFailure.SignatureExpire","Message":"${"long ".repeat(9999)}"}}\n`.repeat(9);
    assert.ok(JSON.stringify(await agent.call("explain", { text: logs })).length < 60_000);
  });

  it("stops a check that is cancelled", async () => {
    const controller = new AbortController();
    const checking = agent.call("check", {}, controller.signal);
    controller.abort();
    await assert.rejects(checking);
    assert.equal((await agent.call("check", { path: "src" })).files, 1);
    const host = nodeHost(join(import.meta.dirname, "../../../dist"));
    const projects = new Projects(host, await host.readCatalog(), ruleIds);
    const { answer } = await answerCall(
      check,
      {},
      {
        host,
        projects,
        analyzer: new Analyzer(host, projects),
        isTrusted: true,
        folders: () => [pathToFileURL(folder).href],
        settings: () => defaultSettings,
        displayLanguage: () => "en",
        openText: () => undefined,
      },
      CancellationToken.Cancelled,
    );
    assert.deepEqual(answer, { files: 0, findings: [], notes: ["The check was cancelled."] });
  });

  it("has the catalog's codes as resources, with their addresses completed", async () => {
    const { client } = agent;
    const { resources } = await client.listResources();
    assert.ok(resources.some(({ uri }) => uri === "error-code://tencent-cloud"));
    const read = async (uri: string) => {
      const [first] = (await client.readResource({ uri })).contents;
      assert.ok(first && "text" in first);
      return first.text;
    };
    assert.match(
      await read("error-code://tencent-cloud"),
      /\n- \[`cvm`\]\(error-code:\/\/tencent-cloud\/cvm\)/,
    );
    assert.match(
      await read("error-code://aws/s3"),
      /\[`NoSuchKey`\]\(error-code:\/\/aws\/s3\/NoSuchKey\) · \S/,
    );
    assert.match(await read("error-code://aws/s3/NoSuchKey"), /^# `NoSuchKey`\n\nAWS · /);
    assert.match(await read("error-code://tencent-cloud/cvm/RunInstances"), /^# `RunInstances`\n/);
    for (const uri of ["error-code://aws/s3/Nothing", "error-code://%ff", "file:///etc/passwd"])
      await assert.rejects(read(uri), /[Nn]ot found/);
    const [template] = (await client.listResourceTemplates()).resourceTemplates;
    const { completion } = await client.complete({
      ref: { type: "ref/resource", uri: template?.uriTemplate ?? "" },
      argument: { name: "code", value: "NoSuchK" },
      context: { arguments: { provider: "aws", service: "s3" } },
    });
    assert.deepEqual(completion.values, ["NoSuchKey"]);
  });

  for (const isModern of [false, true])
    it(`reads the roots of the client, by the ${isModern ? "new" : "old"} protocol`, async () => {
      const roots = [join(parent, "outside")];
      const other = await Agent.start([], folder, () => roots, isModern);
      const { findings } = await other.call("check", {});
      assert.deepEqual(
        findings.map(({ path }) => path),
        ["secret.ts"],
      );
      assert.match(await other.failure("check", { path: join(folder, "src/a.ts") }), /is not in the folders/);
      assert.equal(other.asked, 1);
      if (!isModern) {
        roots[0] = folder;
        await other.client.sendRootsListChanged();
        assert.equal((await other.call("check", {})).findings[0]?.path, "src/a.ts");
      }
      await other.client.close();
    });
});

describe("mcp on the command line", () => {
  const { run, write } = newFolder();

  it("reads the working folder if nobody names another, and ends with its input", async () => {
    await write("a.ts", misspelled);
    const initialize = {
      protocolVersion: "2025-11-25",
      capabilities: {},
      clientInfo: { name: "test", version: "1" },
    };
    const messages = [
      { id: 1, method: "initialize", params: initialize },
      { method: "notifications/initialized" },
      { id: 2, method: "ping" },
    ].map((message) => JSON.stringify({ jsonrpc: "2.0", ...message }));
    const { status, stdout } = run(["mcp"], { input: `not JSON\n${messages.join("\n")}\n` });
    assert.equal(status, 0);
    const answers = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      answers.map(({ id }) => id),
      [1, 2],
    );
    assert.equal(answers[0].result.serverInfo.name, "error-codes");
  });

  it("names a folder that does not exist", () => {
    const { status, stderr } = run(["mcp", "nowhere"]);
    assert.deepEqual([status, stderr], [2, "error-codes: Cannot read 'nowhere': there is no such folder.\n"]);
  });
});
