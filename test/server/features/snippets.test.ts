import assert from "node:assert/strict";
import { join } from "node:path";
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
