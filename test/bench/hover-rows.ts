import { interleaved, median, type Row } from "./measure.ts";
import { type ServerProcess, startServer } from "./server-process.ts";

/** A document with a cursor, where it has a `|`. */
interface Marked {
  languageId: string;
  text: string;
  /** How long the first hover may take beside that of the peer. */
  goal: string;
}

const code = '"AuthFailure.|SignatureExpire"';

const documents: Record<string, Marked> = {
  Go: {
    languageId: "go",
    text: `package p\n\nimport "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/errors"\n\nfunc f(e errors.TencentCloudSDKError) bool {\n\treturn e.Code == ${code}\n}\n`,
    goal: "≤ 1.4 ×",
  },
  TypeScript: {
    languageId: "typescript",
    text: `import * as t from "tencentcloud-sdk-nodejs";\nexport const f = (e: { code: string }) => e.code === ${code};\n`,
    goal: "≤ 2.2 ×",
  },
  "C#": {
    languageId: "csharp",
    text: `using TencentCloud.Common;\nclass A { bool F(TencentCloudSDKException e) { return e.ErrorCode == ${code}; } }\n`,
    goal: "≤ 2.2 ×",
  },
  Ruby: {
    languageId: "ruby",
    text: `require "tencentcloud-sdk-common"\ndef f(e)\n  e.code == ${code}\nend\n`,
    goal: "≤ 2.2 ×",
  },
  Rust: {
    languageId: "rust",
    text: `fn f(code: &str) -> bool {\n    code == ${code}\n}\n`,
    goal: "≤ 2.2 ×",
  },
  "C++": {
    languageId: "cpp",
    text: `#include <tencentcloud/core/Error.h>\nbool f(const Error& e) {\n  return e.GetErrorCode() == ${code};\n}\n`,
    goal: "≤ 2.2 ×",
  },
};

const ofPeer: Marked = { languageId: "json", text: '{\n  "na|me": "x"\n}\n', goal: "" };

/** What makes the peer's hover say something. */
const peerSettings = {
  json: {
    schemas: [
      {
        fileMatch: ["*.json"],
        schema: { properties: { name: { description: "The name of the package." } } },
      },
    ],
  },
};

const roundTrips = 1000;

/** Opens a document, and returns a function that asks for its hover. */
async function open(
  { connection }: ServerProcess,
  { languageId, text }: Marked,
): Promise<() => Promise<void>> {
  const offset = text.indexOf("|");
  const before = text.slice(0, offset).split("\n");
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const uri = `file:///project/a.${languageId}`;
  await connection.sendNotification("initialized", {});
  if (languageId === "json")
    await connection.sendNotification("workspace/didChangeConfiguration", { settings: peerSettings });
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId, version: 1, text: text.replace("|", "") },
  });
  return async () => {
    const found = await connection.sendRequest("textDocument/hover", { textDocument: { uri }, position });
    if (!found) throw new Error(`No hover for ${languageId}.`);
  };
}

/** Measures the first hover in each language, the memory after it, and further hovers. */
export async function hoverRows(own: string, json: string, rounds: number): Promise<Row[]> {
  const memory: Record<string, number> = {};
  const trips: Record<string, number[]> = {};
  const measure = (program: string, document: Marked) => async () => {
    const server = await startServer(program);
    const hover = await open(server, document);
    await hover();
    const time = performance.now() - server.begin;
    memory[document.languageId] = (await server.memory()) / 1e6;
    if (document === ofPeer || document === documents.Go)
      for (let trip = 0; trip < roundTrips; trip++) {
        const begin = performance.now();
        await hover();
        trips[document.languageId] ??= [];
        trips[document.languageId]?.push((performance.now() - begin) * 1000);
      }
    server.kill();
    return time;
  };
  const warm = await startServer(own);
  await (await open(warm, documents.Go as Marked))();
  await warm.end();
  const all = Object.values(documents).map((document) => measure(own, document));
  const [peer = 0, ...times] = await interleaved(rounds, [measure(json, ofPeer), ...all]);
  const beside = (value: number) => ({ name: "vscode-json", value });
  return [
    ...Object.entries(documents).map(
      ([name, { goal }], at): Row => ({
        what: `start → first hover, ${name}`,
        value: times[at] ?? Number.NaN,
        unit: "ms",
        beside: beside(peer),
        goal,
      }),
    ),
    {
      what: "hover round trip p50",
      value: median(trips.go ?? []),
      unit: "µs",
      beside: beside(median(trips.json ?? [])),
      goal: "≤ 0.8 ×",
    },
    {
      what: "memory after the first hover, Go",
      value: memory.go ?? Number.NaN,
      unit: "MB",
      beside: beside(memory.json ?? Number.NaN),
      goal: "≤ 1.3 ×",
    },
  ];
}
