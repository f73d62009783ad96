import { join } from "node:path";
import { Analyzer } from "../../../server/analysis/analyzer.ts";
import { Projects } from "../../../server/configuration/projects.ts";
import { TrackedDocument } from "../../../server/documents/tracked-document.ts";
import { nodeHost } from "../../../server/workspace/host.node.ts";
import { codeAt, repeat } from "./code-pieces.ts";
import type { Shape } from "./measure.ts";

// Calls of APIs, and the code that handles their failure.

const goImport = 'package p\nimport "github.com/aws/aws-sdk-go-v2/service/dynamodb"\n';
const goFunction = (body: string) => `${goImport}func f(conn *dynamodb.Client) {\n${body}\n}\n`;
const goCall = "_, err = conn.PutItem(ctx, &dynamodb.PutItemInput{})";
const tsImport = 'import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";\n';
const tsCall = "await client.send(new PutItemCommand({}));";

const texts: Readonly<Record<string, Readonly<Record<string, (count: number) => string>>>> = {
  go: {
    calls: (count) => goFunction(repeat(count, "\n", () => goCall)),
    "calls with tests": (count) =>
      goFunction(repeat(count, "\n", (code) => `${goCall}\nif err.Code == "${code}" { return }`)),
    "tests of one call": (count) =>
      goFunction(`${goCall}\n${repeat(count, "\n", (code) => `if err.Code == "${code}" { return }`)}`),
    "tests without a call": (count) =>
      goFunction(repeat(count, "\n", (code) => `err = f()\nif err.Code == "${code}" { return }`)),
    "errors read from errors": (count) =>
      goFunction(
        `${goCall}\n${repeat(count, "\n", (code, at) => `err${at + 1} := err${at || ""}\nif err${at + 1}.Code == "${code}" { return }`)}`,
      ),
    "requests of one name": (count) =>
      goFunction(repeat(count, "\n", () => "input := &dynamodb.PutItemInput{}\nconn.PutItem(ctx, input)")),
    "functions with a client each": (count) =>
      `${goImport}${repeat(count, "\n", (_, at) => `func f${at}(conn *dynamodb.Client) { conn.PutItem(ctx, in) }`)}`,
  },
  typescript: {
    "calls in one try": (count) =>
      `${tsImport}try {\n${repeat(count, "\n", () => tsCall)}\n} catch (err) {\n${repeat(count, "\n", (code) => `if (err.code === "${code}") {}`)}\n}`,
    "calls on one line": (count) => `${tsImport}${repeat(count, " ", () => tsCall)}`,
    "chained calls": (count) =>
      `${tsImport}client${repeat(count, "", () => ".send(new PutItemCommand({}))")};`,
    "nested callbacks": (count) =>
      `${tsImport}${"client.putItem({}, (err) => {".repeat(Math.min(count, 200))}${"})".repeat(Math.min(count, 200))}`,
    assignments: (count) =>
      `${tsImport}${repeat(count, "\n", (_, at) => `const a${at} = new PutItemCommand({}); client.send(a${at});`)}`,
    imports: (count) =>
      `${repeat(count, "\n", (_, at) => `import { C${at} } from "@aws-sdk/client-dynamodb";`)}\n${tsCall}`,
  },
  shellscript: {
    commands: (count) => repeat(count, "\n", () => "aws dynamodb put-item --item x"),
    "words of a command": (count) => `aws ${repeat(count, " ", () => "--item x")}`,
  },
  yaml: {
    states: (count) =>
      repeat(
        count,
        "\n",
        (_, at) =>
          `S${at}:\n  Resource: arn:aws:states:::dynamodb:putItem\n  Catch:\n    - ErrorEquals: ["${codeAt(at)}"]`,
      ),
  },
};

/** Returns the shapes of calls: all calls of a document, and what each of its literals handles. */
export function callShapes(): Shape[] {
  const host = nodeHost(join(import.meta.dirname, "../../../dist"));
  const analyzer = host
    .readCatalog()
    .then(
      (catalog) =>
        new Analyzer(host, new Projects(host, catalog, []), undefined, { total: 60_000, slice: 100 }),
    );
  return Object.entries(texts).flatMap(([languageId, shapes]) =>
    Object.entries(shapes).map(
      ([name, write]): Shape => ({
        name: `calls: ${languageId}, ${name}`,
        // Longer texts are refused.
        to: 16_384,
        async prepare(size) {
          const document = TrackedDocument.of("file:///calls", languageId, 1, write(size));
          const { literals } = await (await analyzer).analyze(document);
          return async () => {
            const calls = await (await analyzer).callsOf(document);
            for (const { literal } of literals) calls?.around(literal.start);
            (await analyzer).forget(document);
          };
        },
      }),
    ),
  );
}
