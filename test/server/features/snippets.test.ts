import assert from "node:assert/strict";
import { join } from "node:path";
import { handlers } from "../../../catalog/rendering/snippets/handlers.ts";
import {
  cursorMark,
  type HandlingBlock,
  retryBlock,
  switchBlock,
} from "../../../catalog/rendering/snippets/handling-block.ts";
import {
  snippetLanguageOf,
  snippetLanguages,
  snippetsFor,
} from "../../../catalog/rendering/snippets/index.ts";
import type { Retry } from "../../../catalog/schema/terms.ts";
import type { Analyzer } from "../../../server/analysis/analyzer.ts";
import { TrackedDocument } from "../../../server/documents/tracked-document.ts";
import { nodeHost } from "../../../server/workspace/host.node.ts";
import { builtIn } from "../../catalog/built-in.ts";
import { analyzerOf } from "../harness/analyzer.ts";

const code = "LimitExceededException";
const others = ["ThrottlingException", "AccessDeniedException"];
const advice: Retry[] = ["backoff", "renew", "no"];

/** The code around a snippet, for languages that require some. */
const wrappers: Record<string, (text: string) => string> = {
  php: (text) => `<?php\n${text}`,
  go: (text) => (/^(?:func|import) /.test(text) ? text : `func f() error {\n${text}\n}`),
};

/** The code in which a failure is handled, by the name of the language: the block stands at the sign. */
const handling: Record<string, string> = {
  TypeScript:
    "async function f() {\n  for (let tries = 1; ; tries++) try { await g(); } catch (failed) {\n§\n  }\n}",
  JavaScript:
    "async function f() {\n  for (let tries = 1; ; tries++) try { await g(); } catch (failed) {\n§\n  }\n}",
  Go: "package a\n\nfunc f() error {\n\tfor tries := 1; ; tries++ {\n\t\tfailed := g()\n\t\tif failed != nil {\n§\n\t\t}\n\t}\n}",
  Python:
    "def f():\n    for tries in range(5):\n        try:\n            g()\n        except Exception as failed:\n§\n",
  Java: "class A {\n  void f() throws Exception {\n    for (int tries = 1; ; tries++) try { g(); } catch (Exception failed) {\n§\n    }\n  }\n}",
  Kotlin: "suspend fun f() {\n    for (tries in 1..5) try { g() } catch (failed: Exception) {\n§\n    }\n}",
  "C#": "class A {\n  async Task F() {\n    for (var tries = 1; ; tries++) try { await G(); } catch (Exception failed) {\n§\n    }\n  }\n}",
  PHP: "<?php\nfor ($tries = 1; ; $tries++) try { g(); } catch (Exception $failed) {\n§\n}\n",
  Ruby: "begin\n  tries += 1\n  g\nrescue StandardError => failed\n§\nend\n",
  Rust: "async fn f() -> Result<(), Error> {\n    for tries in 1..5 {\n        if let Err(failed) = g().await {\n§\n        }\n    }\n    Ok(())\n}\n",
};

describe("snippets", () => {
  let analyzer: Analyzer;
  let providers: string[];
  before(async () => {
    analyzer = await analyzerOf(nodeHost(join(import.meta.dirname, "../../../dist")));
    providers = (await builtIn()).data.providers.map(({ id }) => id);
  });

  for (const language of snippetLanguages) {
    it(`parse without errors in ${language.name}, and have evidence for their codes`, async () => {
      const [id = ""] = language.ids;
      for (const provider of [...providers, "somebody-else"]) {
        for (const retry of advice) {
          for (const snippet of snippetsFor({ code, others, provider, retry }, language, "both")) {
            const text = (wrappers[id] ?? String)(snippet.text);
            assert.doesNotMatch(text, /\{\{|\bundefined\b/);
            const document = TrackedDocument.of("file:///snippet", id, 1, text);
            const { literals, isParsed } = await analyzer.analyze(document);
            assert.ok(isParsed);
            assert.equal(analyzer.rootOf(document)?.hasError, false, text);
            analyzer.forget(document);
            if (snippet.heading.en === "Import") continue;
            const found = literals.filter(({ evidence }) => evidence).map(({ literal }) => literal.text);
            const expected = snippet.heading.en === "Switch" ? [code, ...others] : [code];
            assert.deepEqual(found, expected, text);
          }
        }
      }
    });
  }

  for (const language of snippetLanguages) {
    const handler = handlers[language.name];
    const around = handling[language.name] ?? "";
    const depth = /^( *|\t*)§/m.test(around) ? (/\n([ \t]*)[^\n]*\n§/.exec(around)?.[1] ?? "") : "";
    const unit = language.name === "Go" ? "\t" : "    ";
    const sign = language.name === "PHP" ? "$" : "";

    it(`parse without errors in ${language.name}, as blocks that handle a failure`, async () => {
      assert.ok(handler);
      // A file that imports an SDK of another generation has other ways to read the code.
      const files = [
        "",
        "import com.aliyun.Client;",
        "import com.amazonaws.Client;",
        "import aws.sdk.kotlin.Client",
        'import "github.com/alibabacloud-go/a"',
        'import "github.com/aws/aws-sdk-go/a"',
        'import AWS from "aws-sdk";',
        "import Tea",
      ].filter((text) => text === "" || handler.generations?.some(({ isImported }) => isImported.test(text)));
      const long = [
        ...["InternalFailure", "LimitExceededException", "ProvisionedThroughputExceededException"],
        ...["RequestLimitExceeded", "ServiceUnavailable", "ThrottlingException", "TooManyRequestsException"],
        "TransactionInProgressException",
      ];
      for (const provider of [...providers, "somebody-else"])
        for (const text of files)
          for (const [retryable, single] of [
            [[code], others],
            [long, []],
          ] as const)
            for (const attempt of [`${sign}tries`, undefined]) {
              const place = { error: `${sign}failed`, attempt };
              const handled = { provider, retryable, single, text };
              const blocks = [
                switchBlock(handled, language, place, "zh-CN"),
                retryBlock(handled, language, place, "en"),
              ];
              for (const block of blocks) await parses(block, [...retryable, ...single]);
            }
    });

    async function parses(block: HandlingBlock | undefined, codes: readonly string[]): Promise<void> {
      assert.ok(block);
      const lines = block.text.replace(cursorMark, "").replaceAll("\t", unit).split("\n");
      const indented = lines.map((line) => (line === "" ? line : depth + unit + line)).join("\n");
      const text = around.replace("§", () => indented);
      assert.doesNotMatch(text, /\{\{|\bundefined\b/);
      const document = TrackedDocument.of("file:///block", language.ids[0] ?? "", 1, text);
      const { literals } = await analyzer.analyze(document);
      assert.equal(analyzer.rootOf(document)?.hasError, false, text);
      analyzer.forget(document);
      const found = literals.filter(({ evidence }) => evidence).map(({ literal }) => literal.text);
      assert.ok(found.length > 0 && found.every((one) => codes.includes(one)), text);
    }
  }

  it("have SDKs of existing providers only", () => {
    for (const { sdks } of snippetLanguages)
      assert.deepEqual(
        Object.keys(sdks).filter((one) => !providers.includes(one)),
        [],
      );
  });

  it("follow the retry advice", () => {
    const go = snippetLanguageOf("go");
    assert.ok(go);
    const textOf = (retry: Retry | undefined) =>
      snippetsFor({ code, others, provider: "tencent-cloud", retry }, go, "en").map(({ heading, text }) => [
        heading.en,
        text,
      ]);
    const headings = (retry: Retry | undefined) => textOf(retry).map(([heading]) => heading);
    assert.deepEqual(headings(undefined), ["Import", "Compare", "Switch"]);
    assert.deepEqual(headings("no").at(-1), "Do not retry, report");
    assert.match(String(textOf("backoff").at(-1)), /rand\.Int63n/);
    assert.match(String(textOf("renew").at(-1)), /renew\(\)/);
    assert.match(String(textOf("no")[1]), /\*sdkerrors\.TencentCloudSDKError[\s\S]*failure\.Code == /);
  });

  it("escape special characters in a code", async () => {
    const odd = `A'B"C\\D$E`;
    for (const language of snippetLanguages) {
      const [id = ""] = language.ids;
      const compare = snippetsFor({ code: odd, others: [], provider: "aws", retry: "no" }, language, "en").at(
        -1,
      );
      const document = TrackedDocument.of(
        "file:///snippet",
        id,
        1,
        (wrappers[id] ?? String)(compare?.text ?? ""),
      );
      await analyzer.analyze(document);
      assert.equal(analyzer.rootOf(document)?.hasError, false, compare?.text);
      analyzer.forget(document);
    }
  });

  it("are found by LSP language id", () => {
    assert.equal(snippetLanguageOf("typescriptreact")?.name, "TypeScript");
    assert.equal(snippetLanguageOf("plaintext"), undefined);
  });
});
