import assert from "node:assert/strict";
import { micromark } from "micromark";
import type { Catalog } from "../../../catalog/model/catalog.ts";
import { toMarkdown } from "../../../catalog/rendering/hover.ts";
import { codeSpan, documentationUrl, escapeMarkdown, linkTo } from "../../../catalog/rendering/markdown.ts";
import { builtInCatalog } from "../built-in.ts";
import { hostile } from "../hostile.ts";

describe("rendering an entry as Markdown", () => {
  let catalog: Catalog;
  before(async () => {
    catalog = await builtInCatalog();
  });

  it("shows the code, its facts, its summary and what to do", () => {
    const text = toMarkdown(catalog.entriesOf("AuthFailure.SignatureExpire"), catalog, {
      displayLanguage: "en",
    });
    assert.equal(text.split("\n")[0], "`AuthFailure.SignatureExpire`");
    assert.match(text, /\*\*Tencent Cloud\*\* · Common · Authentication · Renew, then retry/);
    assert.match(text, /more than five minutes/);
    assert.match(text, /\*\*What to do:\*\* /);
  });

  it("has no English labels in Chinese", () => {
    const text = toMarkdown(catalog.entriesOf("Throttling"), catalog, { displayLanguage: "zh-CN" });
    assert.match(text, /\*\*阿里云\*\* · 公共错误码 · HTTP 400 · 限流 · 可退避重试/);
    assert.doesNotMatch(text, /What to do|Message:|Retry/);
  });

  it("shows both languages on request", () => {
    const text = toMarkdown(catalog.entriesOf("Throttling"), catalog, { displayLanguage: "both" });
    assert.match(text, /too many were sent/);
    assert.match(text, /被限流/);
  });

  it("notes an official misspelling", () => {
    assert.match(
      toMarkdown(catalog.entriesOf("InvalidParamater"), catalog, { displayLanguage: "en" }),
      /Spelled this way by the API itself/,
    );
  });

  it("escapes Markdown in data", () => {
    const text = toMarkdown([hostile], catalog, { displayLanguage: "en" });
    assert.doesNotMatch(text.replace(/(`+)[\s\S]*?\1/g, ""), /(?<!\\)[[<]|^(?:- list|# head)/m, text);
  });

  it("makes no links of bare addresses, in no place of a word", () => {
    for (const link of [
      "https://evil.example",
      "HTTP://evil",
      "ftp://evil",
      "www.evil.example",
      "a@evil.example",
    ])
      for (const text of [link, `x${link}`, `见${link}。`, `_${link}`, `(${link})`]) {
        const escaped = escapeMarkdown(text);
        assert.doesNotMatch(escaped, /(?:https?|ftp):\/\/|www\.|(?<!\\)@/i, escaped);
        assert.equal(micromark(escaped), `<p>${text}</p>`);
      }
    assert.equal(escapeMarkdown("at 12:00"), "at 12:00");
  });

  it("keeps links whole, whatever code they lead to", () => {
    const detailsLink = ({ code }: { code: string }) =>
      `command:x?${encodeURIComponent(JSON.stringify([code]))}`;
    for (const code of ["A)b", "A(b", "A)](command:evil)", "A'b", "A\\", "A b<c>"]) {
      const entry = { ...hostile, code };
      const html = micromark(linkTo(entry, codeSpan(code), { displayLanguage: "en", detailsLink }), {
        allowDangerousProtocol: true,
      });
      const { target = "" } =
        /^<p><a href="(?<target>[^"]*)"><code>.*<\/code><\/a><\/p>$/.exec(html)?.groups ?? {};
      assert.deepEqual(JSON.parse(decodeURIComponent(target.replace("command:x?", ""))), [code], html);
    }
  });

  it("links to the vendor's page about a code, in the language of the reader", () => {
    const urlsOf = (provider: string, service: string, code: string) => {
      const entry = catalog.find(provider, service, code);
      assert.ok(entry, code);
      return (["en", "zh-CN", "both"] as const).map((language) => documentationUrl(entry, catalog, language));
    };
    const [en, zh, both] = urlsOf("alibaba-cloud", "ecs", "IncorrectInstanceStatus");
    assert.match(en ?? "", /^https:\/\/api\.alibabacloud\.com\/.*q=IncorrectInstanceStatus$/);
    assert.match(zh ?? "", /^https:\/\/api\.aliyun\.com\/.*q=IncorrectInstanceStatus$/);
    assert.equal(both, en);
    // Where a vendor has the page in one language, it is better than none.
    const sms = urlsOf("tencent-cloud", "sms", "FailedOperation.ContainSensitiveWord");
    assert.equal(new Set(sms).size, 1);
    assert.match(sms[0] ?? "", /^https:\/\/cloud\.tencent\.com\/document\//);
    // The start page of a vendor says nothing about a code.
    assert.deepEqual(urlsOf("aws", "sqs", "OverLimit"), [undefined, undefined, undefined]);
  });

  it("links to no start page of a vendor", () => {
    const starts = catalog.providers.map(({ links }) => links.documentation);
    for (const { provider, service, link } of catalog.services)
      for (const url of Object.values(link ?? {})) assert.ok(!starts.includes(url), `${provider} ${service}`);
  });

  it("preserves the visible text when escaping", () => {
    assert.equal(escapeMarkdown("a_b *c* 1 < 2"), "a\\_b \\*c\\* 1 &lt; 2");
    assert.equal(codeSpan("a`b"), "``a`b``");
    assert.equal(codeSpan("`a"), "`` `a ``");
  });
});
