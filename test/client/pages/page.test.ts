import assert from "node:assert/strict";
import { parse } from "parse5";
import { type PageLabels, pageLabels } from "../../../catalog/rendering/page-labels.ts";
import { snippetLanguages, snippetsFor } from "../../../catalog/rendering/snippets/index.ts";
import { deepLinkOf, isEntryKey, keyOfDeepLink } from "../../../client/language-server/keys.ts";
import { highlight } from "../../../client/pages/highlight.ts";
import { type PageState, toHtml, toText } from "../../../client/pages/page.ts";
import { renderShell } from "../../../client/pages/page-shell.ts";

const labels = Object.fromEntries(Object.entries(pageLabels).map(([key, { en }]) => [key, en])) as PageLabels;

/** A page whose summary is the given Markdown. */
function pageWith(
  markdown: string,
  more: Partial<PageState> = {},
  { text, language } = { text: `if a < b && "</pre><script>" {`, language: "go" },
): PageState {
  return {
    page: {
      provider: "tencent-cloud",
      service: "common",
      code: "Auth<b>",
      reading: "en",
      facts: ["Tencent Cloud", "<i>"],
      sections: [
        { id: "summary", heading: "", markdown },
        { id: "handling", heading: "Handling", markdown: "" },
        { id: "usages", heading: "In this workspace", markdown: "" },
      ],
      handling: {
        language,
        languages: [
          { id: "typescript", name: "TypeScript" },
          { id: "go", name: "Go" },
        ],
        snippets: [{ heading: "Compare", text }],
      },
      labels,
    },
    found: { usages: [], partial: false, scanned: false },
    finding: false,
    link: 'vscode://a.b/"><script>',
    ...more,
  };
}

describe("the HTML of a page", () => {
  it("escapes HTML in its texts, and has no dangerous links", () => {
    const html = toHtml(
      pageWith(
        "<img src=x onerror=alert(1)> [a](javascript:alert(1)) [b](command:evil) ![c](http://x/y.png)",
      ),
    );
    assert.doesNotMatch(html, /<script|<img src="?x|<b>|<i>|href="(?:javascript|command)/);
    assert.match(html, /&lt;img/);
    assert.match(html, /<h1><code>Auth&lt;b&gt;<\/code><\/h1>/);
  });

  it("lists what is long closed, with a field to filter it, and as text too", () => {
    const items = Array.from({ length: 30 }, (_, index) => ({
      text: `Run<${index}>`,
      link: `/a/b/Run${index}.md`,
    }));
    const groups = [
      { heading: "VM <1> (45)", count: 45, items },
      { heading: "Disk (1)", count: 1, items: items.slice(0, 1) },
    ];
    const state = pageWith("");
    const sections: PageState["page"]["sections"] = [
      { id: "answeredBy", heading: "Actions", markdown: "Some.", groups },
    ];
    const html = toHtml({ ...state, page: { ...state.page, sections } });
    assert.match(html, /<input id="filter" type="search" placeholder="Filter the actions"/);
    assert.match(html, /<details class="list"><summary>VM &lt;1&gt; \(45\)<\/summary>/);
    assert.match(html, /<li><a href="\/a\/b\/Run7\.md"><code>Run&lt;7&gt;<\/code><\/a><\/li>/);
    assert.match(html, /<li class="more">… \+15<\/li>/);
    assert.match(
      toText({ ...state.page, sections }),
      /### VM <1> \(45\)\n\n`Run<0>`, .*, …\n\n### Disk \(1\)/,
    );
    const [group] = groups;
    const short = [
      {
        id: "answeredBy" as const,
        heading: "",
        markdown: "",
        groups: [{ ...group, items: items.slice(0, 2) }],
      },
    ];
    const alone = toHtml({ ...state, page: { ...state.page, sections: short as typeof sections } });
    assert.doesNotMatch(alone, /<input/);
    assert.match(alone, /<details class="list" open>/);
  });

  it("keeps links to pages, to lines of files and to the web", () => {
    const html = toHtml(
      pageWith("[a](/aws/s3/NoSuchKey.md) [b](?uri=file%3A%2F%2F%2Fa&line=3) [c](https://x.y/)"),
    );
    const links = [...html.matchAll(/href="([^"]+)"/g)].map((match) => match[1]);
    assert.deepEqual(links, ["/aws/s3/NoSuchKey.md", "?uri=file%3A%2F%2F%2Fa&amp;line=3", "https://x.y/"]);
  });

  it("offers the languages of the snippets, and a copy button for each snippet", () => {
    const html = toHtml(pageWith(""));
    assert.match(html, /<option value="go" selected>Go<\/option>/);
    assert.match(html, /aria-label="Copy: Compare"/);
    assert.match(html, /data-text="if a &lt; b &amp;&amp; &quot;&lt;\/pre&gt;/);
  });

  it("colours the snippets, and offers to insert them and the code", () => {
    const html = toHtml(
      pageWith("", {}, { text: 'return "a\\"<b>" // if 5\nreturned := min(20*x, 1)', language: "go" }),
    );
    const shown = /<pre[^>]*><code>([\s\S]*)<\/code><\/pre>/.exec(html)?.[1] ?? "";
    assert.equal(
      shown,
      '<span class="keyword">return</span> <span class="string">&quot;a\\&quot;&lt;b&gt;&quot;</span> ' +
        '<span class="comment">// if 5</span>\nreturned := min(<span class="number">20</span>*x, <span class="number">1</span>)',
    );
    assert.match(html, /data-act="insertText" data-text="return &quot;a[^"]*" aria-label="Insert: Compare">/);
    assert.match(html, /data-act="insert" data-text="Auth&lt;b&gt;">Insert at cursor</);
    assert.match(html, /data-act="copyMarkdown" data-text="" data-done="Copied">Copy as Markdown</);
    const unknown = toHtml(pageWith("", {}, { text: "return <5>", language: "toString" }));
    assert.match(unknown, /<code>return &lt;5&gt;<\/code>/);
  });

  it("colours the languages of the snippets, each with its own comments", () => {
    for (const { ids, quote, sdks } of snippetLanguages) {
      const handled = {
        code: "A.B",
        others: ["C.D"],
        provider: Object.keys(sdks)[0] ?? "",
        retry: "no" as const,
      };
      const language = snippetLanguages.find((one) => one.ids === ids) as (typeof snippetLanguages)[number];
      const all = snippetsFor(handled, language, "en").map(({ text }) =>
        highlight(text, ids[0] ?? "", (one) => one),
      );
      const html = all.join("\n");
      assert.ok(html.includes(`<span class="string">${quote("A.B")}</span>`), ids[0]);
      assert.match(html, /<span class="comment">(?:\/\/|#)[^<]*handle it here/, ids[0]);
      assert.match(html, /<span class="keyword">(?:if|when|match|except|rescue)<\/span>/, ids[0]);
      assert.equal(
        html.replace(/<\/?span[^>]*>/g, ""),
        snippetsFor(handled, language, "en")
          .map(({ text }) => text)
          .join("\n"),
      );
    }
  });

  it("lists the usages that were found, and offers to find, find again or cancel", () => {
    const usage = { uri: "file:///p/a b.ts", path: "a b.ts", line: 6, character: 2, text: "x < 1" };
    const found = { usages: [usage], partial: false, scanned: true };
    const html = toHtml(pageWith("", { found }));
    assert.match(html, /Occurrences in the workspace: 1/);
    assert.match(
      html,
      /<a href="\?uri=file%3A%2F%2F%2Fp%2Fa%20b\.ts&amp;line=6">a b\.ts:7<\/a> <code>x &lt; 1</,
    );
    assert.match(html, /data-act="find">Find again</);
    assert.match(toHtml(pageWith("", { finding: true })), /data-act="cancel">Cancel</);
    assert.match(toHtml(pageWith("")), /No open file uses it\./);
    assert.match(
      toHtml(pageWith("", { found: { ...found, partial: true } })),
      /Stopped; occurrences found so far: 1/,
    );
  });

  it("has a Markdown version with the same sections", () => {
    assert.equal(toText(pageWith("Text.").page), "# Auth<b>\n\nTencent Cloud · <i>\n\nText.\n");
  });

  it("allows only its own style and script", () => {
    const html = renderShell("A</title><script>", "n0nce");
    assert.match(html, /content="default-src 'none'; style-src 'nonce-n0nce'; script-src 'nonce-n0nce'"/);
    assert.deepEqual(html.match(/<(?:script|style)[^>]*>/g), [
      '<style nonce="n0nce">',
      '<script nonce="n0nce">',
    ]);
    assert.equal(parse(html).childNodes.length, 2);
    const script = /<script nonce="n0nce">([\s\S]*)<\/script>/.exec(html)?.[1] ?? "";
    assert.doesNotThrow(() => new Function(script));
  });
});

describe("deep links", () => {
  const key = { provider: "tencent-cloud", service: "common", code: "A.B/C d" };

  it("name an entry, whose key can be read back", () => {
    const link = deepLinkOf(key, "vscode", "a.b");
    assert.equal(link, "vscode://a.b/code/tencent-cloud/common/A.B%2FC%20d");
    assert.deepEqual(keyOfDeepLink(decodeURIComponent(new URL(link).pathname)), key);
  });

  it("have no key if a part is missing or invalid", () => {
    const incomplete = ["", "/code", "/code/a/b", "/code/a/b/", "/page/a/b/C", "/code/A/b/C", "/code/../b/C"];
    const invalid = [`/code/a/b/${"C".repeat(201)}`, "/code/a/b/C\nD"];
    for (const path of [...incomplete, ...invalid]) assert.equal(keyOfDeepLink(path), undefined, path);
  });

  it("accept only keys of the right shape", () => {
    assert.ok(isEntryKey(key));
    for (const value of [undefined, null, 5, "x", {}, { ...key, code: 5 }, { ...key, provider: "../x" }])
      assert.equal(isEntryKey(value), false);
  });
});
